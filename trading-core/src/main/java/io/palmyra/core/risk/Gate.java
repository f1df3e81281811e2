package io.palmyra.core.risk;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.risk.Check.Compared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What every proposal of an order must pass before there is an order to check. */
final class Gate {
  static final Check<Question> EXPIRED = new Check<>(DenialCode.EXPIRED, Gate::notExpired);

  /** In the order in which they run. */
  static final List<Check<Question>> CHECKS =
      List.of(
          EXPIRED,
          new Check<>(DenialCode.HALTED, Gate::notHalted),
          new Check<>(DenialCode.UNKNOWN_INSTRUMENT, Gate::definedInstrument),
          new Check<>(DenialCode.MARKET_CLOSED, Gate::openMarket),
          new Check<>(DenialCode.NO_LIMIT, Gate::limited),
          new Check<>(DenialCode.STALE_PRICE, Gate::freshPrice),
          new Check<>(DenialCode.NO_RATE, Gate::knownRate));

  /** What every child must pass; that its parent is over is not for a check to tell. */
  static final List<Check<Question>> OF_CHILDREN =
      CHECKS.stream().filter(check -> check.code() != DenialCode.EXPIRED).toList();

  private Gate() {}

  private static Compared notExpired(Question question) {
    return Compared.atMost(question.now(), question.signal().validUntil());
  }

  private static Compared notHalted(Question question) {
    return switch (question.verdict()) {
      case null -> Compared.of(false, "control is not known", "no halt");
      case Verdict.Running _ -> Compared.of(true, "none", "no halt");
      case Verdict.ReduceOnly halts ->
          Compared.of(true, question.haltKeys(), "reduce only under " + halts.halts().size());
      case Verdict.Halted halted ->
          Compared.of(
              halted.admits(true, question.authorisedByHalt()), question.haltKeys(), "no halt");
      case Verdict.NotFresh stale -> Compared.of(false, stale.reason(), "no halt");
    };
  }

  private static Compared definedInstrument(Question question) {
    boolean defined = question.instrument() != null;
    return Compared.of(defined, question.signal().instrument(), "a defined instrument");
  }

  private static Compared openMarket(Question question) {
    InstrumentDefined instrument = question.instrument();
    Instant now = question.now();
    boolean open = instrument != null && instrument.calendar().isOpen(now);
    return Compared.of(open, now, "within a session of the instrument");
  }

  private static Compared limited(Question question) {
    boolean limited = question.limits() != null;
    return Compared.of(limited, limited ? "limits" : "none", "limits of the account");
  }

  private static Compared freshPrice(Question question) {
    Duration limit =
        question.limits() == null ? Duration.ZERO : question.limits().stalePriceAfter();
    if (question.quoted() == null) {
      return Compared.of(false, "no quote", limit);
    }
    Duration age = Duration.between(question.quoted().tick().time(), question.now());
    return Compared.of(age.abs().compareTo(limit) <= 0, age, limit);
  }

  private static Compared knownRate(Question question) {
    Price rate = question.rate();
    return Compared.of(
        rate != null && rate.signum() > 0, rate, () -> "a fresh rate into " + question.currency());
  }
}
