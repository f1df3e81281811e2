package io.palmyra.backtest.parity;

import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.DecisionBasis;
import io.palmyra.contracts.decision.NamedOrder;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.ReplaceRequested;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order that follows from a decision. When risk approved it, and how old it may grow, stands
 * only in the order.
 */
final class ExpectedOrder {
  private ExpectedOrder() {}

  /** Null where execution is told nothing, or the record does not say what was asked. */
  static @Nullable OrderCommand of(SignalAccepted accepted) {
    DecisionBasis basis = accepted.used().basis();
    OrderDraft draft = accepted.order();
    if (basis == null) {
      return null;
    }
    if (draft == null) {
      NamedOrder named = basis.named();
      return named != null && named.parent()
          ? null
          : new CancelOrder(
              accepted.clientOrderId(), accepted.account(), accepted.source().value());
    }
    if (basis.signal() instanceof ReplaceRequested asked) {
      return replacement(asked, draft);
    }
    boolean inChildren =
        basis.signal() instanceof OrderRequested asked && asked.algorithm() != null;
    return inChildren
        ? null
        : submission(
            draft,
            accepted.account(),
            accepted.signalId(),
            accepted.source(),
            basis.authorisedByHalt(),
            null);
  }

  static OrderCommand of(ChildReleased child) {
    return submission(
        child.order(), child.account(), child.signalId(), child.source(), null, child.parent());
  }

  /** The same, approved when another was, to grow as old. */
  static OrderCommand approvedAs(OrderCommand expected, OrderCommand sent) {
    return switch (expected) {
      case CancelOrder cancel -> cancel;
      case ReplaceOrder replace when sent instanceof ReplaceOrder was ->
          new ReplaceOrder(
              replace.clientOrderId(),
              replace.account(),
              replace.newClientOrderId(),
              replace.signalId(),
              replace.quantity(),
              replace.limitPrice(),
              replace.stopPrice(),
              was.maximumAge(),
              was.approvedAt());
      case ReplaceOrder replace -> replace;
      case SubmitOrder submit when sent instanceof SubmitOrder was ->
          submit(submit, was.approvedAt(), was.maximumAge());
      case SubmitOrder submit -> submit;
    };
  }

  private static ReplaceOrder replacement(ReplaceRequested asked, OrderDraft draft) {
    return new ReplaceOrder(
        asked.clientOrderId(),
        asked.account(),
        draft.clientOrderId(),
        asked.signalId(),
        asked.quantity() == null ? null : draft.quantity(),
        asked.limitPrice() == null ? null : draft.limitPrice(),
        asked.stopPrice() == null ? null : draft.stopPrice(),
        Duration.ZERO,
        null);
  }

  private static SubmitOrder submission(
      OrderDraft draft,
      AccountId account,
      SignalId signal,
      SignalSource source,
      @Nullable String halt,
      @Nullable ClientOrderId parent) {
    return new SubmitOrder(
        draft.clientOrderId(),
        account,
        signal,
        source,
        draft.instrument(),
        draft.side(),
        draft.type(),
        draft.quantity(),
        draft.limitPrice(),
        draft.stopPrice(),
        draft.trailingOffset(),
        draft.timeInForce(),
        draft.reduceOnly(),
        halt,
        parent,
        Instant.EPOCH,
        Duration.ZERO);
  }

  private static SubmitOrder submit(SubmitOrder order, Instant approvedAt, Duration maximumAge) {
    return new SubmitOrder(
        order.clientOrderId(),
        order.account(),
        order.signalId(),
        order.source(),
        order.instrument(),
        order.side(),
        order.type(),
        order.quantity(),
        order.limitPrice(),
        order.stopPrice(),
        order.trailingOffset(),
        order.timeInForce(),
        order.reduceOnly(),
        order.authorisedByHalt(),
        order.parent(),
        approvedAt,
        maximumAge);
  }
}
