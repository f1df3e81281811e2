package io.palmyra.contracts.decision;

import io.palmyra.contracts.value.Price;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What of an account an order was compared with.
 *
 * @param elsewhere what the account has at stake in other instruments
 * @param strategy what the order's strategy holds, null for what is no strategy
 * @param firstMid middle of the market at the account's first order in the instrument within the
 *     walk window, null if there was none
 * @param sentBySource orders and replacements of the same source within the last second
 * @param sentByAccount of the whole account within the last second
 * @param sinceSame market time since the same order of the same source, null if there was none
 * @param nearestOpposing own order on the other side with the limit nearest to this one, null if
 *     there is none
 */
public record AccountSnapshot(
    ValuesElsewhere elsewhere,
    @Nullable StrategyHolding strategy,
    @Nullable Price firstMid,
    int sentBySource,
    int sentByAccount,
    @Nullable Duration sinceSame,
    @Nullable RestingOrder nearestOpposing) {}
