package io.palmyra.backtest.parity;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.local.LocalFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares what strategies, risk and venue did in a time with what the same code makes of it. */
public final class Parity {
  private final RecordedTopics topics;
  private final Period period;
  private final Selection selection;
  private final StrategyCatalogue catalogue;
  private final Consumer<String> progress;

  private Parity(
      RecordedTopics topics,
      Period period,
      Selection selection,
      StrategyCatalogue catalogue,
      Consumer<String> progress) {
    this.topics = topics;
    this.catalogue = catalogue;
    this.period = period;
    this.selection = selection;
    this.progress = progress;
  }

  /**
   * Compares what strategies did that come with Palmyra.
   *
   * @param progress told before each step
   * @throws LocalFailure if the instance that is asked for is not known
   */
  public static ParityReport of(
      RecordedTopics topics, Period period, Selection selection, Consumer<String> progress) {
    return of(topics, period, selection, StrategyCatalogue.builtIn(), progress);
  }

  /**
   * The same of some strategies.
   *
   * @param catalogue that has them
   */
  public static ParityReport of(
      RecordedTopics topics,
      Period period,
      Selection selection,
      StrategyCatalogue catalogue,
      Consumer<String> progress) {
    return new Parity(topics, period, selection, catalogue, progress).report();
  }

  private ParityReport report() {
    progress.accept("reading where runs began");
    Map<StrategyInstanceId, List<Run>> all = Runs.of(topics.since(Topic.AUDIT, Instant.EPOCH));
    Map<StrategyInstanceId, List<Run>> wanted = new TreeMap<>(byName());
    all.forEach(
        (instance, runs) -> {
          List<Run> some =
              runs.stream()
                  .filter(selection::takes)
                  .filter(run -> period.meets(run.begun(), run.ended()))
                  .toList();
          if (!some.isEmpty()) {
            wanted.put(instance, some);
          }
        });
    Instant first =
        wanted.values().stream()
            .flatMap(Collection::stream)
            .map(Run::begun)
            .min(Instant::compareTo)
            .orElse(period.from());
    progress.accept("reading signals, decisions, orders and fills");
    Recorded recorded = Recorded.read(topics, first, period);
    var instances = new ArrayList<InstanceReport>();
    wanted.forEach(
        (instance, runs) -> {
          progress.accept("making the signals of " + instance + " again");
          instances.add(new InstanceParity(runs, recorded, topics, period, catalogue).report());
        });
    instances.addAll(withoutRuns(recorded, wanted));
    requireKnown(all, instances);
    requireAccount(all, recorded);
    progress.accept("making decisions again");
    return new ParityReport(
        period.from().toString(),
        period.until().toString(),
        instances,
        recorded.orders(selection, period));
  }

  /** Instances that signalled, of which nothing tells where they began. */
  private List<InstanceReport> withoutRuns(
      Recorded recorded, Map<StrategyInstanceId, List<Run>> wanted) {
    Map<String, List<Kept>> others = new TreeMap<>();
    for (Kept each : recorded.signals()) {
      Signal signal = (Signal) each.body();
      String source = signal.source().value();
      if (period.holds(each.at())
          && source.startsWith("strategy:")
          && selection.takes(signal.source())
          && selection.takes(signal.account())
          && wanted.keySet().stream()
              .noneMatch(known -> Selection.source(known).equals(signal.source()))) {
        others.computeIfAbsent(source, _ -> new ArrayList<>()).add(each);
      }
    }
    return others.entrySet().stream().map(each -> without(each.getKey(), each.getValue())).toList();
  }

  private InstanceReport without(String source, List<Kept> signals) {
    Signal one = (Signal) signals.getFirst().body();
    return new InstanceReport(
        source.substring("strategy:".length()),
        "unknown",
        one.account().value(),
        one.instrument().value(),
        Map.of(),
        0,
        SignalParity.of(signals, List.of(), period).score(),
        0,
        List.of(),
        List.of(
            "audit does not tell where its runs began, as releases before this one did not: its"
                + " signals can't be made again"),
        List.of());
  }

  private void requireKnown(
      Map<StrategyInstanceId, List<Run>> all, List<InstanceReport> instances) {
    StrategyInstanceId wanted = selection.instance();
    boolean found =
        wanted == null
            || all.containsKey(wanted)
            || instances.stream().anyMatch(each -> each.instance().equals(wanted.value()));
    if (!found) {
      var names = new TreeSet<String>();
      all.keySet().forEach(each -> names.add(each.value()));
      throw LocalFailure.refused(
          "--instance is '" + wanted + "'; allowed: " + String.join(", ", names));
    }
  }

  private void requireAccount(Map<StrategyInstanceId, List<Run>> all, Recorded recorded) {
    AccountId wanted = selection.account();
    var names = new TreeSet<String>();
    all.values().forEach(runs -> runs.forEach(run -> names.add(run.account().value())));
    recorded.decisions().forEach(each -> names.add(((Decision) each.body()).account().value()));
    if (wanted != null && !names.contains(wanted.value())) {
      throw LocalFailure.refused(
          "--account is '" + wanted + "'; allowed: " + String.join(", ", names));
    }
  }

  private static java.util.Comparator<StrategyInstanceId> byName() {
    return java.util.Comparator.comparing(StrategyInstanceId::value);
  }
}
