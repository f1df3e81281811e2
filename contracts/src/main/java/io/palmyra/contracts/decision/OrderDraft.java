package io.palmyra.contracts.decision;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * The order that a signal became, whether it was accepted or not.
 *
 * @param clientOrderId derived from the signal
 * @param instrument what
 * @param side of the order
 * @param type how it meets the market
 * @param quantity above 0
 * @param limitPrice of LIMIT and STOP_LIMIT, else null
 * @param stopPrice of STOP and STOP_LIMIT, else null
 * @param trailingOffset of TRAILING_STOP, else null: how far the stop stays behind the best price
 *     since the order works, above 0
 * @param timeInForce how long it works
 * @param reduceOnly whether it may only reduce a position
 */
public record OrderDraft(
    ClientOrderId clientOrderId,
    InstrumentId instrument,
    Side side,
    OrderType type,
    Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    @Nullable Price trailingOffset,
    TimeInForce timeInForce,
    boolean reduceOnly) {}
