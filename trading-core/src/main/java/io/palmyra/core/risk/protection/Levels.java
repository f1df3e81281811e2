package io.palmyra.core.risk.protection;

import io.palmyra.contracts.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * The prices at which a position is closed, as they stand now.
 *
 * @param stopLoss null for no stop loss
 * @param takeProfit null for no take profit
 * @param trailingStop null for no trailing stop
 */
public record Levels(
    @Nullable Price stopLoss, @Nullable Price takeProfit, @Nullable Price trailingStop) {}
