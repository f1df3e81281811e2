package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.FillCorrected;
import io.palmyra.contracts.orderevent.IllegalOrderEvent;
import io.palmyra.contracts.orderevent.OrderAccepted;
import io.palmyra.contracts.orderevent.OrderCancelRejected;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderPending;
import io.palmyra.contracts.orderevent.OrderPendingCancel;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderReplaceRejected;
import io.palmyra.contracts.orderevent.OrderReplaced;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.value.Quantity;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What each event of an order does to an account's exposure. Fills count by how much they bring the
 * order's cumulative quantity forward, so that repeats and older ones bring nothing.
 */
final class OrderEventEffects {
  private OrderEventEffects() {}

  static Optional<String> apply(RiskState state, OrderEvent event) {
    switch (event) {
      case OrderPending pending -> adopt(state, pending);
      case OrderAccepted accepted -> known(state, accepted.clientOrderId());
      case OrderFilled filled -> filled(state, filled);
      case OrderCanceled canceled ->
          ended(state, canceled.clientOrderId(), canceled.cumulativeQuantity());
      case OrderExpired expired ->
          ended(state, expired.clientOrderId(), expired.cumulativeQuantity());
      case OrderDenied denied -> ended(state, denied.clientOrderId(), Quantity.ZERO);
      case OrderRejected rejected -> ended(state, rejected.clientOrderId(), Quantity.ZERO);
      case OrderReplaced replaced -> replaced(state, replaced);
      case OrderReplaceRejected rejected ->
          change(state, rejected.clientOrderId(), order -> order.asking(null));
      case OrderUnknown unknown ->
          change(state, unknown.clientOrderId(), order -> order.withUnknown(true));
      case FillCorrected corrected -> {
        return corrected(state, corrected);
      }
      case OrderSubmitted _, OrderPendingCancel _, OrderCancelRejected _, IllegalOrderEvent _ -> {}
    }
    return Optional.empty();
  }

  /** An order that risk did not approve counts all the same. */
  private static void adopt(RiskState state, OrderPending pending) {
    if (state.find(pending.clientOrderId()) == null) {
      var draft =
          new OrderDraft(
              pending.clientOrderId(),
              pending.instrument(),
              pending.side(),
              pending.type(),
              pending.quantity(),
              pending.limitPrice(),
              pending.stopPrice(),
              pending.trailingOffset(),
              pending.timeInForce(),
              pending.reduceOnly());
      state.put(OpenOrder.accepted(draft, pending.signalId(), pending.source()));
    }
  }

  private static void known(RiskState state, ClientOrderId id) {
    change(state, id, order -> order.withUnknown(false));
  }

  private static void filled(RiskState state, OrderFilled filled) {
    OpenOrder order = state.find(filled.clientOrderId());
    if (order == null) {
      order = stranger(filled);
    }
    if (state.fill(filled.fillId()) == null) {
      state.put(
          new AppliedFill(
              filled.fillId(),
              filled.clientOrderId(),
              filled.instrument(),
              filled.source(),
              filled.side(),
              filled.lastQuantity()));
    }
    if (order.cumulative().signum() == 0) {
      state.flow().began(order.source(), order.instrument(), order.side(), filled.at());
    }
    OpenOrder now = advance(state, order, filled.cumulativeQuantity()).withUnknown(false);
    state.put(filled.leavesQuantity().signum() == 0 ? now.end() : now);
  }

  private static OpenOrder advance(RiskState state, OpenOrder order, Quantity cumulative) {
    if (cumulative.compareTo(order.cumulative()) <= 0) {
      return order;
    }
    state.move(
        order.instrument(), order.source(), order.side(), cumulative.minus(order.cumulative()));
    return order.filledTo(cumulative);
  }

  private static void ended(RiskState state, ClientOrderId id, Quantity cumulative) {
    OpenOrder order = state.find(id);
    if (order != null) {
      state.put(advance(state, order, cumulative).end());
    }
  }

  private static void replaced(RiskState state, OrderReplaced replaced) {
    OpenOrder order = state.find(replaced.clientOrderId());
    if (order == null || order.closed()) {
      return;
    }
    state.put(order.end());
    state.put(
        order.replaced(
            replaced.newClientOrderId(),
            replaced.quantity(),
            replaced.limitPrice(),
            replaced.stopPrice()));
  }

  private static Optional<String> corrected(RiskState state, FillCorrected corrected) {
    AppliedFill fill = state.fill(corrected.fillId());
    if (fill == null) {
      return Optional.of(
          "fill "
              + corrected.fillId()
              + " of "
              + corrected.instrument()
              + " was corrected to "
              + corrected.quantity()
              + ", but what it was is not known");
    }
    state.move(
        fill.instrument(), fill.source(), fill.side(), corrected.quantity().minus(fill.quantity()));
    state.put(
        new AppliedFill(
            fill.fillId(),
            fill.clientOrderId(),
            fill.instrument(),
            fill.source(),
            fill.side(),
            corrected.quantity()));
    return Optional.empty();
  }

  private static OpenOrder stranger(OrderFilled filled) {
    var draft =
        new OrderDraft(
            filled.clientOrderId(),
            filled.instrument(),
            filled.side(),
            OrderType.MARKET,
            filled.cumulativeQuantity().plus(filled.leavesQuantity()),
            null,
            null,
            null,
            TimeInForce.GTC,
            false);
    return OpenOrder.accepted(draft, filled.signalId(), filled.source());
  }

  private static void change(RiskState state, ClientOrderId id, UnaryOperator<OpenOrder> change) {
    state
        .open(id)
        .ifPresent(
            order -> {
              OpenOrder changed = change.apply(order);
              if (!changed.equals(order)) {
                state.put(changed);
              }
            });
  }
}
