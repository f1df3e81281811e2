package io.palmyra.core.risk;

import io.palmyra.contracts.decision.NamedOrder;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * The open order that a signal names.
 *
 * @param order as it stands
 * @param parent whether it is worked off in children
 * @param partOfAlgorithm whether it is such an order or one of its children
 */
record Named(OpenOrder order, boolean parent, boolean partOfAlgorithm) {

  /** What a signal names; null where it names none, or none that is open. */
  static @Nullable Named by(Signal signal, RiskState state) {
    ClientOrderId name =
        switch (signal) {
          case CancelRequested cancel -> cancel.clientOrderId();
          case ReplaceRequested replace -> replace.clientOrderId();
          default -> null;
        };
    OpenOrder order = name == null ? null : state.open(name).orElse(null);
    return order == null
        ? null
        : new Named(
            order,
            state.parents().named(order.id()).isPresent(),
            state.parents().of(order.signalId()).isPresent());
  }

  /** As it stands in decisions. */
  NamedOrder recorded() {
    OpenOrder.Asked asked = order.asked();
    return new NamedOrder(
        order.draft(),
        order.cumulative(),
        order.unknown(),
        asked == null ? null : asked.newClientOrderId(),
        asked == null ? null : asked.quantity(),
        parent,
        partOfAlgorithm);
  }

  /** From a decision on a signal. */
  static Named of(NamedOrder recorded, Signal signal) {
    OpenOrder.Asked asked =
        recorded.replacement() == null || recorded.replacementQuantity() == null
            ? null
            : new OpenOrder.Asked(recorded.replacement(), recorded.replacementQuantity());
    return new Named(
        new OpenOrder(
            recorded.order(),
            signal.signalId(),
            signal.source(),
            recorded.filled(),
            recorded.unknown(),
            asked,
            false),
        recorded.parent(),
        recorded.partOfAlgorithm());
  }
}
