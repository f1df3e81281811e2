/** How many orders a second are journaled and sent, against the database's own rate. */
@NullMarked
package io.palmyra.bench.orders;

import org.jspecify.annotations.NullMarked;
