/** What goes out: instances in PostgreSQL, signals, audit, alerts and allocations on Kafka. */
@NullMarked
package io.palmyra.strategy.outbound;

import org.jspecify.annotations.NullMarked;
