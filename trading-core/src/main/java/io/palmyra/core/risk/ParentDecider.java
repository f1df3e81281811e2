package io.palmyra.core.risk;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.risk.parent.Parent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a parent does next: let a child go, hold it back, cancel what is open, end. Reads
 * the state and changes nothing: the caller applies the step once it stands, and asks again.
 */
public final class ParentDecider {
  private ParentDecider() {}

  /** The next step, empty while there is nothing to do but wait. */
  public static Optional<ParentStep> next(RiskState state, Parent parent, RiskView view) {
    Instant now = view.now();
    String why = parent.stopping() == null ? whyStop(state, parent, view) : null;
    Parent known = why == null ? parent : parent.stopped(why);
    if (known.working() == 0 && (known.stopping() != null || known.rest().signum() == 0)) {
      return Optional.of(end(state, known, now));
    }
    if (known.stopping() != null) {
      return known.isDueToCancel(now) ? Optional.of(cancel(state, known, now)) : Optional.empty();
    }
    return known.isDue(now) ? ChildDecider.decide(state, known, view) : Optional.empty();
  }

  private static @Nullable String whyStop(RiskState state, Parent parent, RiskView view) {
    Instant ends = parent.plan().ends();
    if (ends != null && !view.now().isBefore(ends)) {
      return "TIME_OVER";
    }
    InstrumentDefined instrument = view.market().instrument(parent.draft().instrument());
    if (instrument != null
        && parent.working() == 0
        && parent.rest().signum() > 0
        && parent.rest().compareTo(instrument.minimumQuantity()) < 0) {
      return "REST_BELOW_MINIMUM";
    }
    return cancelingHalt(state, parent, view).map(halt -> "HALTED " + halt.key()).orElse(null);
  }

  /** A halt that cancels the orders in its scope lets no more of them go. */
  private static Optional<HaltChanged> cancelingHalt(
      RiskState state, Parent parent, RiskView view) {
    if (view.control() == null) {
      return Optional.empty();
    }
    Verdict verdict =
        view.control().standing(state.account(), parent.draft().instrument(), parent.source());
    return verdict.halts().stream()
        .filter(HaltChanged::cancelOrders)
        .filter(halt -> !(halt.sparesProtective() && parent.draft().reduceOnly()))
        .findFirst();
  }

  private static ParentStep end(RiskState state, Parent parent, Instant now) {
    String reason = parent.stopping();
    return ParentStep.without(
        parent.end(),
        new ParentEnded(
            parent.signalId(),
            state.account(),
            parent.source(),
            parent.draft().instrument(),
            parent.id(),
            reason == null ? "FILLED" : reason,
            parent.draft().quantity(),
            parent.filled(),
            parent.released(),
            now),
        List.of(),
        now);
  }

  private static ParentStep cancel(RiskState state, Parent parent, Instant now) {
    List<OrderCommand> cancels =
        state.open().stream()
            .filter(order -> order.signalId().equals(parent.signalId()))
            .filter(order -> !order.id().equals(parent.id()))
            .<OrderCommand>map(
                order ->
                    new CancelOrder(order.id(), state.account(), String.valueOf(parent.stopping())))
            .toList();
    return ParentStep.without(parent.canceling(now), null, cancels, now);
  }
}
