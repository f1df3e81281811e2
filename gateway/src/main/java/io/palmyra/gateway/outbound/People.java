package io.palmyra.gateway.outbound;

import org.springframework.data.jpa.repository.JpaRepository;

/** Rows of users. */
interface People extends JpaRepository<Person, String> {}
