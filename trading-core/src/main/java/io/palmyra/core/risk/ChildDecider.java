package io.palmyra.core.risk;

import io.palmyra.contracts.decision.ChildDue;
import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.ParentDecision;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.core.risk.parent.Parent;
import java.util.List;
import java.util.Optional;

/** Decides whether a parent's next child, whose time has come, may go. */
final class ChildDecider {
  private final Question question;
  private final ChildDue child;
  private final OrderRequested whole;
  private final Trail trail;

  private ChildDecider(Question question, ChildDue child, OrderRequested whole) {
    this.question = question;
    this.trail = Trail.begin(question.recorded());
    this.child = child;
    this.whole = whole;
  }

  /**
   * The answer to a question about a child, which depends on nothing else.
   *
   * @throws IllegalArgumentException if it is no question about a child
   */
  static ParentDecision answer(Question question) {
    if (question.child() == null || !(question.signal() instanceof OrderRequested whole)) {
      throw new IllegalArgumentException("no child of an order is due");
    }
    var decider = new ChildDecider(question, question.child(), whole);
    try {
      return decider.decide();
    } catch (ArithmeticException e) {
      return decider.withheld(new Refusal(DenialCode.OVERFLOW, String.valueOf(e.getMessage())));
    }
  }

  /** Empty where it is held back for what was told already. */
  static Optional<ParentStep> decide(RiskState state, Parent parent, RiskView view) {
    OpenOrder whole =
        state
            .open(parent.id())
            .orElseThrow(() -> new IllegalStateException("parent " + parent.id() + " not counted"));
    var due =
        new ChildDue(
            parent.id(),
            parent.released(),
            parent.plan().size(parent.released(), parent.rest()),
            parent.rest(),
            whole.open(),
            parent.unknown());
    Question question = Question.ofChild(asSignal(state, parent, view), due, state, view);
    return switch (answer(question)) {
      case ChildReleased released -> Optional.of(step(parent, released, view));
      case ChildWithheld withheld when withheld.code().equals(parent.withheld()) ->
          Optional.empty();
      case ChildWithheld withheld ->
          Optional.of(
              ParentStep.without(
                  parent.withholding(withheld.code()), withheld, List.of(), view.now()));
      case ParentDecision other ->
          throw new IllegalStateException("no decision on a child " + other);
    };
  }

  private static ParentStep step(Parent parent, ChildReleased released, RiskView view) {
    OrderDraft draft = released.order();
    var quote = released.used().quote();
    if (quote == null) {
      throw new IllegalStateException("the gate lets nothing through without a quote");
    }
    return new ParentStep(
        parent.released(view.now()),
        released,
        List.of(
            Commands.submission(
                draft,
                released.account(),
                parent.signalId(),
                parent.source(),
                null,
                parent.id(),
                view)),
        draft,
        quote.mid(),
        view.now());
  }

  /** The whole order, as it would be asked for now. */
  private static Signal asSignal(RiskState state, Parent parent, RiskView view) {
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

  private ParentDecision decide() {
    if (child.unknownSiblings() > 0) {
      return withheld(
          new Refusal(
              DenialCode.UNKNOWN_ORDER,
              child.unknownSiblings() + " of its children of unknown fate"));
    }
    Optional<Refusal> refusal = Check.firstFailing(Gate.OF_CHILDREN, question, trail);
    if (refusal.isPresent()) {
      return withheld(refusal.get());
    }
    Ground ground = RiskDecider.ground(question);
    OrderDraft draft = draft(ground);
    return Check.firstFailing(PreTradeChecks.OF_CHILDREN, inQuestion(draft, ground), trail)
        .<ParentDecision>map(this::withheld)
        .orElseGet(() -> released(draft));
  }

  private OrderDraft draft(Ground ground) {
    return new OrderDraft(
        Parent.child(whole.signalId(), child.slice()),
        whole.instrument(),
        whole.side(),
        whole.type(),
        child.quantity(),
        whole.limitPrice(),
        whole.stopPrice(),
        whole.trailingOffset(),
        whole.timeInForce(),
        whole.reduceOnly() || ground.reduceOnly());
  }

  /** Limits of what may come to be held see the parent's whole rest, of which the child is part. */
  private OrderInQuestion inQuestion(OrderDraft draft, Ground ground) {
    return new OrderInQuestion(
        ground,
        draft,
        child.open(),
        question.exposure().without(draft.side(), child.open()),
        question.equity(),
        question.background().readAccount(draft, ground));
  }

  private ChildReleased released(OrderDraft draft) {
    return new ChildReleased(
        whole.signalId(),
        whole.account(),
        whole.source(),
        draft.instrument(),
        child.parent(),
        child.slice(),
        draft,
        child.rest().minus(draft.quantity()),
        trail.results(),
        question.used());
  }

  private ChildWithheld withheld(Refusal refusal) {
    return new ChildWithheld(
        whole.signalId(),
        whole.account(),
        whole.source(),
        whole.instrument(),
        child.parent(),
        child.slice(),
        refusal.code().name(),
        refusal.detail(),
        trail.results(),
        question.used());
  }
}
