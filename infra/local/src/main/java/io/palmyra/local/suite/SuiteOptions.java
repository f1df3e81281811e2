package io.palmyra.local.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a suite is to be run.
 *
 * @param home where things are
 * @param ports where it listens
 * @param replay recorded history to feed in place of the simulated market
 * @param liftInitialHalt whether paper trading starts by itself at the first run
 * @param restartDead whether a service that dies is started again
 * @param without services that are left out
 * @param brokers of Kafka: 1, or 3 for drills
 * @param settings further settings of services by their id, such as {@code a.b=c}
 */
public record SuiteOptions(
    SuiteHome home,
    SuitePorts ports,
    Optional<Replay> replay,
    boolean liftInitialHalt,
    boolean restartDead,
    Set<String> without,
    int brokers,
    Map<String, List<String>> settings) {

  /**
   * Recorded history.
   *
   * @param path file or directory
   * @param speed a factor such as {@code 10}, or {@code max}
   */
  public record Replay(Path path, String speed) {
    private static final int QUICK = 10;
    private static final int FASTEST = 3600;

    /** How many seconds of the market pass in one of ours, at most an hour. */
    int factor() {
      return speed.equals("max") ? FASTEST : Math.clamp(Integer.parseInt(speed), 1, FASTEST);
    }

    /** Bars that a strategy should look at to act within seconds of ours; ISO 8601. */
    String barInterval() {
      return factor() < QUICK ? "PT1S" : "PT1M";
    }
  }

  /** As {@code palmyra run} without options. */
  public static SuiteOptions of(SuiteHome home, SuitePorts ports) {
    return new SuiteOptions(home, ports, Optional.empty(), true, true, Set.of(), 1, Map.of());
  }

  /** The same with recorded history. */
  public SuiteOptions replaying(Path path, String speed) {
    return new SuiteOptions(
        home,
        ports,
        Optional.of(new Replay(path, speed)),
        liftInitialHalt,
        restartDead,
        without,
        brokers,
        settings);
  }

  /** The same with so many brokers, which end with the suite as by a power cut. */
  public SuiteOptions onBrokers(int number) {
    return new SuiteOptions(
        home, ports, replay, liftInitialHalt, restartDead, without, number, settings);
  }

  /** For tests: nothing is lifted and nothing is started again unless the test does it. */
  public SuiteOptions leftAlone() {
    return new SuiteOptions(home, ports, replay, false, false, without, brokers, settings);
  }

  /** The same without some services. */
  public SuiteOptions without(Set<String> ids) {
    return new SuiteOptions(
        home, ports, replay, liftInitialHalt, restartDead, ids, brokers, settings);
  }

  /** The same with further settings of one service. */
  public SuiteOptions with(String service, List<String> more) {
    Map<String, List<String>> all = new java.util.HashMap<>(settings);
    all.put(service, List.copyOf(more));
    return new SuiteOptions(
        home, ports, replay, liftInitialHalt, restartDead, without, brokers, Map.copyOf(all));
  }

  List<ServiceSpec> services() {
    return ServiceSpec.ALL.stream().filter(spec -> !without.contains(spec.id())).toList();
  }
}
