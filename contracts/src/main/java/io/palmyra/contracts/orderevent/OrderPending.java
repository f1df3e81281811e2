package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order is durable and may be sent.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param signalId what it came from
 * @param source who proposed it
 * @param side of the order
 * @param type how it meets the market
 * @param quantity above 0
 * @param limitPrice of LIMIT and STOP_LIMIT, else null
 * @param stopPrice of STOP and STOP_LIMIT, else null
 * @param trailingOffset of TRAILING_STOP, else null: how far the stop stays behind the best price
 *     since the order works, above 0
 * @param timeInForce how long it works
 * @param reduceOnly whether it may only reduce a position
 * @param parent the approved order whose child this is, null if it is nobody's child
 */
@WireName("order-pending")
public record OrderPending(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    SignalId signalId,
    SignalSource source,
    Side side,
    OrderType type,
    Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    @Nullable Price trailingOffset,
    TimeInForce timeInForce,
    boolean reduceOnly,
    @Nullable ClientOrderId parent)
    implements OrderEvent {
  /** Of an order that was approved. */
  public static OrderPending of(SubmitOrder order, Instant at) {
    return new OrderPending(
        order.clientOrderId(),
        order.account(),
        order.instrument(),
        at,
        order.signalId(),
        order.source(),
        order.side(),
        order.type(),
        order.quantity(),
        order.limitPrice(),
        order.stopPrice(),
        order.trailingOffset(),
        order.timeInForce(),
        order.reduceOnly(),
        order.parent());
  }
}
