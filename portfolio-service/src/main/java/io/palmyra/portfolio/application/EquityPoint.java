package io.palmyra.portfolio.application;

import io.palmyra.contracts.value.Money;
import java.time.Instant;

/**
 * A point of an account's equity curve, in the account's currency.
 *
 * @param time wall time
 * @param equity cash and the value of all positions
 * @param cash all currencies together
 * @param realizedPnl fees apart
 * @param unrealizedPnl of what is open
 */
public record EquityPoint(
    Instant time, Money equity, Money cash, Money realizedPnl, Money unrealizedPnl) {}
