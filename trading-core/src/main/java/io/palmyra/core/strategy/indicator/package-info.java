/**
 * Streaming indicators: constant time and no allocation a value, and a warm-up that one can ask
 * for. One thread each.
 */
@NullMarked
package io.palmyra.core.strategy.indicator;

import org.jspecify.annotations.NullMarked;
