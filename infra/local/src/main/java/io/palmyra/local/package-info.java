/** Starts Kafka, PostgreSQL, Redis and the services on one machine. */
@NullMarked
package io.palmyra.local;

import org.jspecify.annotations.NullMarked;
