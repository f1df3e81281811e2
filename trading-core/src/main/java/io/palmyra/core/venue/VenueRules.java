package io.palmyra.core.venue;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;

/**
 * The venue's house rules.
 *
 * @param initialCash what an account is opened with
 * @param commissionRate share of a fill's value, charged in its currency, 0 or more
 * @param ratesFor how old a rate may be that the margin check converts with
 */
public record VenueRules(Money initialCash, Quantity commissionRate, Duration ratesFor) {}
