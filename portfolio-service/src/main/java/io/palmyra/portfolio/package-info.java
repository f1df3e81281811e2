/**
 * Keeps the books of every account: positions in FIFO lots, cash in every currency, realised and
 * unrealised profit, fees and equity. It applies each fill and each booking of an account exactly
 * once, and decides nothing: risk and strategies do not read it.
 */
@NullMarked
package io.palmyra.portfolio;

import org.jspecify.annotations.NullMarked;
