package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;

/** What execution is told of a signal that was accepted. */
final class Commands {
  private Commands() {}

  static SubmitOrder submission(Question question, OrderDraft draft) {
    Signal signal = question.signal();
    return new SubmitOrder(
        draft.clientOrderId(),
        signal.account(),
        signal.signalId(),
        signal.source(),
        draft.instrument(),
        draft.side(),
        draft.type(),
        draft.quantity(),
        draft.limitPrice(),
        draft.stopPrice(),
        draft.trailingOffset(),
        draft.timeInForce(),
        draft.reduceOnly(),
        question.authorisedByHalt(),
        null,
        question.view().wallTime(),
        question.view().maximumOrderAge());
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
