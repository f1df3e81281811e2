/**
 * A venue of our own: a matching engine with a network face and books of its own, for paper trading
 * and as the oracle of fault tests. It trusts nobody's memory but its journal.
 */
@NullMarked
package io.palmyra.venue;

import org.jspecify.annotations.NullMarked;
