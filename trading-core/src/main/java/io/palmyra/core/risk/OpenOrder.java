package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order as risk counts it.
 *
 * @param draft what was approved, under its present name
 * @param signalId what it came from
 * @param source who proposed it
 * @param cumulative filled so far
 * @param unknown whether its fate is unknown
 * @param asked the values of a replacement that was let go and is not answered, else null
 * @param closed whether it ended; it stays a while so that late repeats find it
 */
public record OpenOrder(
    OrderDraft draft,
    SignalId signalId,
    SignalSource source,
    Quantity cumulative,
    boolean unknown,
    @Nullable Asked asked,
    boolean closed) {

  /**
   * A replacement under way.
   *
   * @param newClientOrderId name of the order once it is replaced
   * @param quantity total asked for
   */
  public record Asked(ClientOrderId newClientOrderId, Quantity quantity) {}

  /** An order that was just accepted. */
  static OpenOrder accepted(OrderDraft draft, SignalId signalId, SignalSource source) {
    return new OpenOrder(draft, signalId, source, Quantity.ZERO, false, null, false);
  }

  ClientOrderId id() {
    return draft.clientOrderId();
  }

  InstrumentId instrument() {
    return draft.instrument();
  }

  Side side() {
    return draft.side();
  }

  /** The most that may still fill: 0 once it is closed. */
  Quantity open() {
    if (closed) {
      return Quantity.ZERO;
    }
    Quantity most = draft.quantity();
    if (asked != null && asked.quantity().compareTo(most) > 0) {
      most = asked.quantity();
    }
    Quantity left = most.minus(cumulative);
    return left.signum() > 0 ? left : Quantity.ZERO;
  }

  OpenOrder filledTo(Quantity total) {
    return new OpenOrder(draft, signalId, source, total, unknown, asked, closed);
  }

  OpenOrder withUnknown(boolean nowUnknown) {
    return new OpenOrder(draft, signalId, source, cumulative, nowUnknown, asked, closed);
  }

  OpenOrder asking(@Nullable Asked nowAsked) {
    return new OpenOrder(draft, signalId, source, cumulative, unknown, nowAsked, closed);
  }

  OpenOrder end() {
    return new OpenOrder(draft, signalId, source, cumulative, false, null, true);
  }

  OpenOrder replaced(
      ClientOrderId id, Quantity quantity, @Nullable Price limitPrice, @Nullable Price stopPrice) {
    OrderType type = draft.type();
    TimeInForce timeInForce = draft.timeInForce();
    var renamed =
        new OrderDraft(
            id,
            draft.instrument(),
            draft.side(),
            type,
            quantity,
            limitPrice,
            stopPrice,
            draft.trailingOffset(),
            timeInForce,
            draft.reduceOnly());
    return new OpenOrder(renamed, signalId, source, cumulative, false, null, closed);
  }
}
