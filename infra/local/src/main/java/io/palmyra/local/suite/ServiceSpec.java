package io.palmyra.local.suite;

import java.util.List;

/**
 * How one service is run here.
 *
 * @param id its id: name of its settings file, its directory of secrets and its log
 * @param module directory of its module, which is its artifact's name
 * @param database its database and role, empty if it has none
 * @param heapMb its largest heap
 */
public record ServiceSpec(String id, String module, String database, int heapMb) {

  /**
   * Every service of the suite, in the order in which they are stopped: what proposes first, what
   * keeps the books last. They are started all at once.
   */
  public static final List<ServiceSpec> ALL =
      List.of(
          new ServiceSpec("strategy", "strategy-service", "strategy", 128),
          new ServiceSpec("sentiment", "sentiment-service", "sentiment", 96),
          new ServiceSpec("gateway", "gateway", "gateway", 128),
          new ServiceSpec("market-data", "market-data-service", "market_data", 144),
          new ServiceSpec("execution", "execution-service", "execution", 128),
          new ServiceSpec("risk", "risk-service", "risk", 128),
          new ServiceSpec("portfolio", "portfolio-service", "portfolio", 112),
          new ServiceSpec("simulated-venue", "simulated-venue", "", 96));

  /**
   * What java is told besides the ahead-of-time cache. All services share few cores here: the
   * optimising compiler would compete with the others' start, and with their work for minutes.
   */
  List<String> javaArguments() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xms32m",
        "-Xmx" + heapMb + "m",
        "-Xss512k",
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        // The context as the build worked it out, unless a setting may decide otherwise.
        "-Dspring.aot.enabled=true",
        "-Dspring.jmx.enabled=false",
        "-Djava.awt.headless=true");
  }

  /** Its id in a variable's name: {@code market-data} is {@code MARKET_DATA}. */
  String variable() {
    return id.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
  }
}
