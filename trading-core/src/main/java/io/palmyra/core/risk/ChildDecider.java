package io.palmyra.core.risk;

import io.palmyra.contracts.decision.CheckResult;
import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.parent.Parent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether a parent's next child, whose time has come, may go. */
final class ChildDecider {
  private final RiskState state;
  private final Parent parent;
  private final RiskView view;
  private final Question question;
  private final List<CheckResult> trail = new ArrayList<>();

  private ChildDecider(RiskState state, Parent parent, RiskView view) {
    this.state = state;
    this.parent = parent;
    this.view = view;
    this.question = Question.of(asSignal(), state, view);
  }

  /** Empty where it is held back for what was told already. */
  static Optional<ParentStep> decide(RiskState state, Parent parent, RiskView view) {
    var decider = new ChildDecider(state, parent, view);
    try {
      return decider.decide();
    } catch (ArithmeticException e) {
      return decider.withheld(new Refusal(DenialCode.OVERFLOW, String.valueOf(e.getMessage())));
    }
  }

  private Optional<ParentStep> decide() {
    if (parent.unknown() > 0) {
      return withheld(
          new Refusal(
              DenialCode.UNKNOWN_ORDER, parent.unknown() + " of its children of unknown fate"));
    }
    Optional<Refusal> refusal = Check.firstFailing(Gate.OF_CHILDREN, question, trail);
    if (refusal.isPresent()) {
      return withheld(refusal.get());
    }
    Ground ground = RiskDecider.ground(question);
    OrderDraft draft = draft(ground);
    refusal = Check.firstFailing(PreTradeChecks.OF_CHILDREN, inQuestion(draft, ground), trail);
    return refusal.isPresent() ? withheld(refusal.get()) : Optional.of(released(draft, ground));
  }

  /** The whole order, as it would be asked for now. */
  private OrderRequested asSignal() {
    OrderDraft whole = parent.draft();
    return new OrderRequested(
        parent.signalId(),
        state.account(),
        parent.source(),
        whole.instrument(),
        whole.side(),
        whole.type(),
        whole.quantity(),
        whole.limitPrice(),
        whole.stopPrice(),
        whole.trailingOffset(),
        whole.timeInForce(),
        whole.reduceOnly(),
        null,
        null,
        view.now(),
        List.of());
  }

  private OrderDraft draft(Ground ground) {
    OrderDraft whole = parent.draft();
    return new OrderDraft(
        parent.nextChild(),
        whole.instrument(),
        whole.side(),
        whole.type(),
        parent.plan().size(parent.released(), parent.rest()),
        whole.limitPrice(),
        whole.stopPrice(),
        whole.trailingOffset(),
        whole.timeInForce(),
        whole.reduceOnly() || ground.reduceOnly());
  }

  /** Limits of what may come to be held see the parent's whole rest, of which the child is part. */
  private OrderInQuestion inQuestion(OrderDraft draft, Ground ground) {
    OpenOrder whole =
        state
            .open(parent.id())
            .orElseThrow(() -> new IllegalStateException("parent " + parent.id() + " not counted"));
    return new OrderInQuestion(
        ground,
        draft,
        whole.open(),
        question.exposure().without(draft.side(), whole.open()),
        state,
        parent.source(),
        view.market(),
        whole,
        view.now());
  }

  private ParentStep released(OrderDraft draft, Ground ground) {
    Quantity left = parent.rest().minus(draft.quantity());
    return new ParentStep(
        parent.released(view.now()),
        new ChildReleased(
            parent.signalId(),
            state.account(),
            parent.source(),
            draft.instrument(),
            parent.id(),
            parent.released(),
            draft,
            left,
            trail,
            question.used()),
        List.of(
            Commands.submission(
                draft,
                state.account(),
                parent.signalId(),
                parent.source(),
                null,
                parent.id(),
                view)),
        draft,
        ground.quote().mid(),
        view.now());
  }

  private Optional<ParentStep> withheld(Refusal refusal) {
    String code = refusal.code().name();
    if (code.equals(parent.withheld())) {
      return Optional.empty();
    }
    var decision =
        new ChildWithheld(
            parent.signalId(),
            state.account(),
            parent.source(),
            parent.draft().instrument(),
            parent.id(),
            parent.released(),
            code,
            refusal.detail(),
            trail,
            question.used());
    return Optional.of(
        ParentStep.without(parent.withholding(code), decision, List.of(), view.now()));
  }
}
