package io.palmyra.core.venue;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks the venue for.
 *
 * @param clientOrderId the client's name of it, unique in the account for ever
 * @param instrument what
 * @param side of the order
 * @param type how it meets the market
 * @param quantity above 0
 * @param limitPrice of LIMIT and STOP_LIMIT, else null
 * @param stopPrice of STOP and STOP_LIMIT, else null
 * @param trailingOffset of TRAILING_STOP, else null: how far the stop stays behind the best price
 *     since the order works, above 0
 * @param timeInForce how long it works
 * @param reduceOnly whether it may only reduce the position
 */
public record VenueOrderRequest(
    ClientOrderId clientOrderId,
    InstrumentId instrument,
    Side side,
    OrderType type,
    Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    @Nullable Price trailingOffset,
    TimeInForce timeInForce,
    boolean reduceOnly) {

  VenueOrderRequest with(
      ClientOrderId name, Quantity total, @Nullable Price limit, @Nullable Price stop) {
    return new VenueOrderRequest(
        name, instrument, side, type, total, limit, stop, trailingOffset, timeInForce, reduceOnly);
  }
}
