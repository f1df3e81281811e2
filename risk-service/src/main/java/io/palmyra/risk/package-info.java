/**
 * Risk: decides which proposals become orders, and can halt all trading.
 *
 * <p>Every signal is decided once, against limits that people set, positions and open orders that
 * it counts itself, last quotes, and {@code control}; each decision is published with every value
 * it used. It alone writes {@code orders} and {@code control}. Halting needs Kafka alone.
 */
@NullMarked
package io.palmyra.risk;

import org.jspecify.annotations.NullMarked;
