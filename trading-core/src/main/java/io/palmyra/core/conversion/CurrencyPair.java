package io.palmyra.core.conversion;

import io.palmyra.contracts.value.Currency;

/**
 * Two currencies and which is priced in which.
 *
 * @param base what one unit is of
 * @param quote what it is priced in
 */
record CurrencyPair(Currency base, Currency quote) {}
