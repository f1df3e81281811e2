package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.Vwap;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.Check.Compared;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.core.risk.parent.Planning;
import io.palmyra.core.risk.protection.BracketExit;
import java.util.Optional;

/** How an order that passed its checks is carried out: as it is, or in children by a plan. */
sealed interface Approval {
  /** It is sent as it is. */
  record AsItIs() implements Approval {}

  /** It is worked off in children. */
  record InChildren(Parent parent) implements Approval {}

  /** It can't be carried out as it asks. */
  record Refused(Refusal refusal) implements Approval {}

  /** The plan, or what stands against it, is noted in the trail. */
  static Approval of(Question question, OrderDraft draft, Ground ground, Trail trail) {
    if (!(question.signal() instanceof OrderRequested request)) {
      return new AsItIs();
    }
    Bracket bracket = request.bracket();
    if (bracket != null) {
      Optional<String> wrong = wrong(bracket, draft, ground);
      if (wrong.isPresent()) {
        return refused(DenialCode.BRACKET, bracket, wrong.get(), trail);
      }
      trail.note(DenialCode.BRACKET, Compared.of(true, bracket, "exits around its price"));
    }
    ExecutionAlgorithm algorithm = request.algorithm();
    if (algorithm == null) {
      return new AsItIs();
    }
    var volumes = algorithm instanceof Vwap ? question.background().readVolumes() : null;
    return switch (Planning.of(algorithm, draft, ground.instrument(), volumes, question.now())) {
      case Planning.Impossible not ->
          refused(DenialCode.ALGORITHM, not.found(), not.allowed(), trail);
      case Planning.Planned planned -> {
        trail.note(DenialCode.ALGORITHM, Compared.of(true, planned.how(), algorithm));
        yield new InChildren(
            Parent.approved(
                draft, request.signalId(), request.source(), planned.plan(), question.now()));
      }
    };
  }

  private static Optional<String> wrong(Bracket bracket, OrderDraft draft, Ground ground) {
    if (draft.reduceOnly()) {
      return Optional.of("no bracket for an order that only reduces");
    }
    Price reference = draft.limitPrice() == null ? draft.stopPrice() : draft.limitPrice();
    return BracketExit.wrong(
        bracket,
        draft.side(),
        reference == null ? ground.touch(draft.side()) : reference,
        ground.instrument().tickSize());
  }

  private static Approval refused(DenialCode code, Object found, String allowed, Trail trail) {
    trail.note(code, Compared.of(false, found, allowed));
    return new Refused(new Refusal(code, "found " + found + ", allowed " + allowed));
  }
}
