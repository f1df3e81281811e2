package io.palmyra.gateway.application;

import io.palmyra.contracts.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * Exits of which one cancels the other, for what an order fills; at least one, and a stop loss or a
 * trailing offset, not both.
 *
 * @param takeProfit price at which it is closed with a profit
 * @param stopLoss price at which it is closed with a loss
 * @param trailingOffset how far the market may fall back from the best price since the fill, above
 *     0
 */
public record BracketTicket(
    @Nullable Price takeProfit, @Nullable Price stopLoss, @Nullable Price trailingOffset) {}
