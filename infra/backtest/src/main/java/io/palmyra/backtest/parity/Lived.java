package io.palmyra.backtest.parity;

import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an instance lived through under one set of parameters.
 *
 * @param run the first of the runs with these
 * @param inputs of it
 * @param period that is compared
 * @param fills of the instance, also those before
 * @param decisions about its signals
 * @param signals market times of its signals
 */
record Lived(
    Run run,
    RunInputs inputs,
    Period period,
    List<Kept> fills,
    List<Decision> decisions,
    List<Instant> signals) {

  /** Bars of an interval up to the end of the period, in the order of time, each once. */
  List<Kept> bars(Duration interval) {
    var bars = new ArrayList<Kept>();
    Instant newest = Instant.MIN;
    for (Kept each : on(Topic.BARS).toList()) {
      if (each.body() instanceof BarClosed bar
          && bar.interval().equals(interval)
          && each.at().isBefore(period.until())
          && bar.openTime().isAfter(newest)) {
        bars.add(each);
        newest = bar.openTime();
      }
    }
    return bars;
  }

  /** The instrument as it was defined last. */
  Optional<InstrumentDefined> terms() {
    return on(Topic.INSTRUMENTS)
        .map(Kept::body)
        .filter(InstrumentDefined.class::isInstance)
        .map(InstrumentDefined.class::cast)
        .reduce((_, last) -> last);
  }

  private Stream<Kept> on(Topic topic) {
    return inputs.spans().stream()
        .filter(span -> span.lane().topic() == topic)
        .flatMap(span -> inputs.of(span.lane()).stream());
  }

  /** Fills of the period. */
  List<FillRecorded> within() {
    return fills.stream().filter(each -> period.holds(each.at())).map(Lived::fill).toList();
  }

  /** Fills before the period. */
  List<FillRecorded> before() {
    return fills.stream()
        .filter(each -> each.at().isBefore(period.from()))
        .map(Lived::fill)
        .toList();
  }

  private static FillRecorded fill(Kept kept) {
    return (FillRecorded) kept.body();
  }

  /** What decisions used. */
  List<DecisionInputs> used() {
    return decisions.stream().flatMap(Lived::used).toList();
  }

  private static Stream<DecisionInputs> used(Decision decision) {
    return switch (decision) {
      case SignalAccepted accepted -> Stream.of(accepted.used());
      case SignalDenied denied -> Stream.of(denied.used());
      case ChildReleased child -> Stream.of(child.used());
      case ChildWithheld child -> Stream.of(child.used());
      case ParentEnded _ -> Stream.empty();
    };
  }
}
