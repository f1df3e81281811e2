package io.palmyra.contracts.portfolio;

import io.palmyra.contracts.value.Money;

/**
 * Cash in one currency.
 *
 * @param amount held; below 0 is owed
 */
public record CashLine(Money amount) {}
