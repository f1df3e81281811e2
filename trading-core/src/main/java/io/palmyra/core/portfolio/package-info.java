/**
 * The books of an account: positions in FIFO lots, cash in every currency, profit and fees.
 *
 * <p>Conventions. What is bought outright (spot) moves its whole price through cash; on margin only
 * the profit of what is closed does. Funding, swaps and fees apart from fills count as fees,
 * dividends as realised profit. So in one currency, to the last digit: cash + value = deposits +
 * realised + unrealised − fees, where value is that of spot positions at their marks, and the
 * unrealised profit of all others. Each matched lot is rounded once, HALF_EVEN, to 8 places.
 */
@NullMarked
package io.palmyra.core.portfolio;

import org.jspecify.annotations.NullMarked;
