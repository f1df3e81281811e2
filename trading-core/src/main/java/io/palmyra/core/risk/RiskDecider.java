package io.palmyra.core.risk;

import io.palmyra.contracts.decision.CheckOverride;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDecision;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.risk.parent.Parent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a signal. Reads the state and changes nothing: the caller applies the
 * decision to the state once it stands.
 */
public final class RiskDecider {
  private final Question question;
  private final Trail trail;
  private @Nullable Parent parent;

  private RiskDecider(Question question) {
    this.question = question;
    this.trail = Trail.begin(question.recorded());
  }

  /**
   * Decides a signal.
   *
   * @return empty for a signal that was decided before
   */
  public static Optional<RiskDecision> decide(RiskState state, Signal signal, RiskView view) {
    return decide(state, Question.of(signal, state, view, Mandate.PLAIN), view);
  }

  /**
   * Decides to close a position, or a part of it.
   *
   * @param halt key of an ACTIVE halt in whose name it is closed, which lets this one order
   *     through; null for none
   * @param most what is closed at most, null for all that is held
   * @return empty for a signal that was decided before
   */
  public static Optional<RiskDecision> close(
      RiskState state,
      ExitProposed exit,
      RiskView view,
      @Nullable String halt,
      @Nullable Quantity most) {
    return decide(state, Question.of(exit, state, view, Mandate.closing(halt, most)), view);
  }

  /**
   * Decides an order that may fail one check, because two persons say so.
   *
   * @param override names the check, one of {@link Waivers#ALLOWED}
   * @return empty for a signal that was decided before
   * @throws IllegalArgumentException if that check can't be waived
   */
  public static Optional<RiskDecision> override(
      RiskState state, OrderRequested order, RiskView view, CheckOverride override) {
    if (Waivers.ALLOWED.stream().noneMatch(code -> code.name().equals(override.check()))) {
      throw new IllegalArgumentException("no override of " + override.check());
    }
    return decide(state, Question.of(order, state, view, Mandate.overridden(override)), view);
  }

  /** Denies a signal of an account that risk is not set up for. */
  public static RiskDecision unknownAccount(RiskState empty, Signal signal, RiskView view) {
    Question question = Question.ofUnknownAccount(signal, empty, view);
    return new RiskDecision(answer(question).decision(), null);
  }

  private static Optional<RiskDecision> decide(RiskState state, Question question, RiskView view) {
    if (state.hasDecided(question.signal().signalId())) {
      return Optional.empty();
    }
    Answer answer = answer(question);
    return Optional.of(
        new RiskDecision(answer.decision(), Commands.of(question, answer, view), answer.parent()));
  }

  /**
   * What became of a signal.
   *
   * @param decision with all that it used
   * @param parent by which an accepted order is worked off, null for none
   */
  record Answer(SignalDecision decision, @Nullable Parent parent) {}

  /** The answer to a question, which depends on nothing else. */
  static Answer answer(Question question) {
    var decider = new RiskDecider(question);
    try {
      return new Answer(decider.decide(), decider.parent);
    } catch (ArithmeticException e) {
      return new Answer(
          decider.denied(new Refusal(DenialCode.OVERFLOW, String.valueOf(e.getMessage())), null),
          null);
    }
  }

  private SignalDecision decide() {
    Signal signal = question.signal();
    if (!question.accountKnown()) {
      return denied(
          new Refusal(DenialCode.UNKNOWN_ACCOUNT, "account " + signal.account() + " is not set up"),
          null);
    }
    return switch (signal) {
      case CancelRequested cancel -> cancel(cancel);
      case ReplaceRequested replace -> replace(replace);
      case EntryProposed entry ->
          gated(ground -> submit(Drafting.entry(entry, question, ground), ground));
      case ExitProposed exit ->
          gated(ground -> submit(Drafting.exit(exit, question, ground), ground));
      case OrderRequested request ->
          gated(
              ground -> submit(new Drafting.Drafted(Drafting.requested(request, ground)), ground));
    };
  }

  private interface Next {
    SignalDecision on(Ground ground);
  }

  private SignalDecision gated(Next next) {
    return Check.firstFailing(Gate.CHECKS, question, trail)
        .map(refusal -> denied(refusal, null))
        .orElseGet(() -> next.on(ground(question)));
  }

  static Ground ground(Question question) {
    InstrumentDefined instrument = question.instrument();
    Market.Quoted quoted = question.quoted();
    RiskLimits limits = question.limits();
    Price rate = question.rate();
    if (instrument == null || quoted == null || limits == null || rate == null) {
      throw new IllegalStateException("the gate lets nothing through without these");
    }
    return new Ground(
        instrument,
        quoted.tick(),
        limits,
        question.restriction(),
        rate,
        question.currency(),
        question.verdict() instanceof Verdict.ReduceOnly || question.authorisedByHalt() != null);
  }

  private SignalDecision submit(Drafting.Outcome outcome, Ground ground) {
    return switch (outcome) {
      case Drafting.Refused refused -> denied(refused.refusal(), null);
      case Drafting.Drafted drafted -> {
        OrderDraft draft = drafted.order();
        yield check(draft, draft.quantity(), question.exposure(), ground)
            .or(() -> planned(draft, ground))
            .map(refusal -> denied(refusal, draft))
            .orElseGet(() -> accepted(draft.clientOrderId(), draft));
      }
    };
  }

  /** An order that asks for it gets a plan by which it is worked off. */
  private Optional<Refusal> planned(OrderDraft draft, Ground ground) {
    return switch (Approval.of(question, draft, ground, trail)) {
      case Approval.AsItIs _ -> Optional.empty();
      case Approval.Refused refused -> Optional.of(refused.refusal());
      case Approval.InChildren approved -> {
        parent = approved.parent();
        yield Optional.empty();
      }
    };
  }

  private SignalDecision cancel(CancelRequested cancel) {
    return Check.firstFailing(List.of(Gate.EXPIRED), question, trail)
        .map(refusal -> denied(refusal, null))
        .orElseGet(
            () ->
                question.named() == null
                    ? denied(notOpen(cancel.clientOrderId()), null)
                    : accepted(cancel.clientOrderId(), null));
  }

  private SignalDecision replace(ReplaceRequested replace) {
    Named named = question.named();
    return gated(
        ground ->
            named == null
                ? denied(notOpen(replace.clientOrderId()), null)
                : replace(replace, named, ground));
  }

  private SignalDecision replace(ReplaceRequested replace, Named named, Ground ground) {
    OpenOrder order = named.order();
    if (!order.instrument().equals(replace.instrument())) {
      return denied(notOpen(replace.clientOrderId()), null);
    }
    if (named.partOfAlgorithm()) {
      return denied(
          new Refusal(
              DenialCode.PART_OF_ALGORITHM, "order " + order.id() + " can be canceled only"),
          null);
    }
    OpenOrder.Asked asked = order.asked();
    if (asked != null || order.unknown()) {
      String detail =
          asked == null
              ? "its fate is unknown"
              : "it is being replaced by " + asked.newClientOrderId();
      return denied(new Refusal(DenialCode.REPLACE_PENDING, detail), null);
    }
    OrderDraft draft = Drafting.replacing(replace, order, ground);
    Quantity most =
        draft.quantity().compareTo(order.draft().quantity()) > 0
            ? draft.quantity()
            : order.draft().quantity();
    Quantity opens = most.minus(order.cumulative());
    Exposure others = question.exposure().without(order.side(), order.open());
    return check(draft, opens, others, ground)
        .map(refusal -> denied(refusal, draft))
        .orElseGet(() -> accepted(order.id(), draft));
  }

  private Optional<Refusal> check(
      OrderDraft draft, Quantity adds, Exposure exposure, Ground ground) {
    return Check.firstFailing(
        PreTradeChecks.ALL,
        new OrderInQuestion(
            ground,
            draft,
            adds,
            exposure,
            question.equity(),
            question.background().readAccount(draft, ground)),
        trail,
        question.mandate().override());
  }

  private SignalDecision accepted(ClientOrderId order, @Nullable OrderDraft draft) {
    Signal signal = question.signal();
    return new SignalAccepted(
        signal.signalId(),
        signal.account(),
        signal.source(),
        signal.instrument(),
        order,
        draft,
        trail.results(),
        question.used());
  }

  private SignalDecision denied(Refusal refusal, @Nullable OrderDraft draft) {
    Signal signal = question.signal();
    return new SignalDenied(
        signal.signalId(),
        signal.account(),
        signal.source(),
        signal.instrument(),
        refusal.code().name(),
        refusal.detail(),
        draft,
        trail.results(),
        question.used());
  }

  private static Refusal notOpen(ClientOrderId order) {
    return new Refusal(DenialCode.ORDER_NOT_OPEN, "order " + order + " is not open");
  }
}
