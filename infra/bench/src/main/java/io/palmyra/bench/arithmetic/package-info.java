/** Prices, quantities and money: how fast they are, and that they allocate nothing. */
@NullMarked
package io.palmyra.bench.arithmetic;

import org.jspecify.annotations.NullMarked;
