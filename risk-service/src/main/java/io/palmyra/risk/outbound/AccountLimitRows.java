package io.palmyra.risk.outbound;

import org.springframework.data.repository.ListCrudRepository;

/** Access to {@code account_limit}. */
interface AccountLimitRows extends ListCrudRepository<AccountLimitRow, String> {}
