/** Exact numbers and the field's small words: prices, quantities, money, sides. */
@NullMarked
package io.palmyra.contracts.value;

import org.jspecify.annotations.NullMarked;
