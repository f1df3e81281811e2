package io.palmyra.core.risk;

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
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import org.jspecify.annotations.Nullable;

/** What execution is told of a signal that was accepted. */
final class Commands {
  private Commands() {}

  /** What execution is told, null where it is told nothing. */
  static @Nullable OrderCommand of(Question question, RiskDecider.Answer answer, RiskView view) {
    if (!(answer.decision() instanceof SignalAccepted accepted)) {
      return null;
    }
    OrderDraft draft = accepted.order();
    Signal signal = question.signal();
    if (draft == null) {
      return canceling(question, accepted);
    }
    if (signal instanceof ReplaceRequested replace) {
      return replacement(replace, draft, view);
    }
    return answer.parent() != null
        ? null
        : submission(
            draft,
            signal.account(),
            signal.signalId(),
            signal.source(),
            question.authorisedByHalt(),
            null,
            view);
  }

  /** A parent is canceled by risk itself. */
  private static @Nullable OrderCommand canceling(Question question, SignalAccepted accepted) {
    Named named = question.named();
    return named != null && named.parent()
        ? null
        : new CancelOrder(accepted.clientOrderId(), accepted.account(), accepted.source().value());
  }

  static SubmitOrder submission(
      OrderDraft draft,
      AccountId account,
      SignalId signal,
      SignalSource source,
      @Nullable String authorisedByHalt,
      @Nullable ClientOrderId parent,
      RiskView view) {
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
        authorisedByHalt,
        parent,
        view.wallTime(),
        view.maximumOrderAge());
  }

  private static ReplaceOrder replacement(
      ReplaceRequested replace, OrderDraft draft, RiskView view) {
    return new ReplaceOrder(
        replace.clientOrderId(),
        replace.account(),
        draft.clientOrderId(),
        replace.signalId(),
        replace.quantity() == null ? null : draft.quantity(),
        replace.limitPrice() == null ? null : draft.limitPrice(),
        replace.stopPrice() == null ? null : draft.stopPrice(),
        view.maximumOrderAge(),
        view.wallTime());
  }
}
