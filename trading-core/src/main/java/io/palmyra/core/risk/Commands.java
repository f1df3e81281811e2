package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import org.jspecify.annotations.Nullable;

/** What execution is told of a signal that was accepted. */
final class Commands {
  private Commands() {}

  static SubmitOrder submission(Question question, OrderDraft draft) {
    Signal signal = question.signal();
    return submission(
        draft,
        signal.account(),
        signal.signalId(),
        signal.source(),
        question.authorisedByHalt(),
        null,
        question.view());
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

  static ReplaceOrder replacement(Question question, ReplaceRequested replace, OrderDraft draft) {
    return new ReplaceOrder(
        replace.clientOrderId(),
        replace.account(),
        draft.clientOrderId(),
        replace.signalId(),
        replace.quantity() == null ? null : draft.quantity(),
        replace.limitPrice() == null ? null : draft.limitPrice(),
        replace.stopPrice() == null ? null : draft.stopPrice(),
        question.view().maximumOrderAge());
  }
}
