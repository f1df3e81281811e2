package io.palmyra.backtest.parity;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.strategy.StrategyCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the signals of one instance again, run by run. */
final class InstanceParity {
  private final List<Run> runs;
  private final Recorded recorded;
  private final RecordedTopics topics;
  private final Period period;
  private final StrategyCatalogue catalogue;
  private final SignalSource source;
  private final List<Kept> signals;
  private final List<String> notes = new ArrayList<>();
  private final List<FillsReport> fills = new ArrayList<>();
  private final List<Made> made = new ArrayList<>();
  private int reordered;

  /**
   * @param runs that lie in the period, at least in part, oldest first; one at least
   */
  InstanceParity(
      List<Run> runs,
      Recorded recorded,
      RecordedTopics topics,
      Period period,
      StrategyCatalogue catalogue) {
    this.runs = runs;
    this.recorded = recorded;
    this.topics = topics;
    this.period = period;
    this.catalogue = catalogue;
    this.source = Selection.source(runs.getFirst().instance());
    this.signals = recorded.signalsOf(source);
  }

  InstanceReport report() {
    Map<String, String> compared = Map.of();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      var inputs = new RunInputs(run, topics);
      replay(run, inputs);
      if (i == 0 || !run.parameters().equals(compared)) {
        compared = run.parameters();
        compareFills(run, inputs, part(i));
      }
    }
    SignalParity parity = SignalParity.of(signals, made, period);
    Run last = runs.getLast();
    return new InstanceReport(
        last.instance().value(),
        last.strategy(),
        last.account().value(),
        last.instrument().value(),
        last.parameters(),
        runs.size(),
        parity.score(),
        reordered,
        parity.differences(),
        notes.stream().distinct().toList(),
        fills);
  }

  private void replay(Run run, RunInputs inputs) {
    RunReplay.Replayed replayed =
        RunReplay.of(
            catalogue, run, inputs, signalsOf(run), known(inputs)::contains, period.until());
    made.addAll(replayed.made());
    reordered += replayed.reordered();
    replayed.notes().forEach(each -> notes.add("run of " + run.begun() + ": " + each));
  }

  /** Those of a run up to the end of the period, and the first after it. */
  private List<Kept> signalsOf(Run run) {
    var some = new ArrayList<Kept>();
    for (Kept each : signals) {
      if (!each.at().isBefore(run.begun()) && each.at().isBefore(run.ended())) {
        some.add(each);
        if (!each.at().isBefore(period.until())) {
          break;
        }
      }
    }
    return some;
  }

  /** What was signalled, or decided, so that it must have been signalled. */
  private Set<SignalId> known(RunInputs inputs) {
    Set<SignalId> known = new HashSet<>();
    signals.forEach(each -> known.add(((Signal) each.body()).signalId()));
    inputs.spans().stream()
        .filter(span -> span.lane().topic() == Topic.DECISIONS)
        .flatMap(span -> inputs.of(span.lane()).stream())
        .forEach(each -> known.add(((Decision) each.body()).signalId()));
    return known;
  }

  /** From the begin of a run, within the period, to the first run with other parameters. */
  private Period part(int first) {
    Run run = runs.get(first);
    Instant end =
        runs.stream()
            .skip(first)
            .filter(each -> !each.parameters().equals(run.parameters()))
            .findFirst()
            .map(Run::begun)
            .orElse(period.until());
    Instant from = run.begun().isAfter(period.from()) ? run.begun() : period.from();
    return new Period(from, end.isBefore(period.until()) ? end : period.until());
  }

  private void compareFills(Run run, RunInputs inputs, Period part) {
    List<Instant> times =
        signals.stream()
            .filter(each -> part.holds(each.at()))
            .map(each -> each.envelope().occurredAt())
            .toList();
    FillParity.of(
            catalogue,
            new Lived(
                run, inputs, part, recorded.fillsOf(source), recorded.decisionsOf(source), times))
        .ifPresent(fills::add);
  }
}
