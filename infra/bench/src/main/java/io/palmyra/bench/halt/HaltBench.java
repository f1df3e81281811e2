package io.palmyra.bench.halt;

import io.palmyra.bench.Figures;
import io.palmyra.bench.suite.BenchSuite;
import io.palmyra.bench.suite.ConsoleProgress;
import io.palmyra.bench.suite.TickFile;
import io.palmyra.bench.suite.Topics;
import io.palmyra.bench.suite.WholeNumber;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.suite.InitialHalt;
import io.palmyra.local.suite.Suite;
import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * From a person's halt at the gateway to the last order that still left for the venue, while orders
 * flow through the running services.
 */
@Command(
    name = "halt",
    description = "From a halt by REST to the last order that still leaves for the venue.",
    mixinStandardHelpOptions = true)
public final class HaltBench implements Callable<Integer> {
  private static final double TARGET_MICROS = 250_000;
  private static final int TICKS_A_SECOND = 100;
  private static final int ORDER_EVERY = 4;
  private static final Duration HALTED = Duration.ofMillis(1_500);
  private static final Duration TRADING = Duration.ofMillis(2_500);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--halts",
      description = "Halts that are set and lifted (default: ${DEFAULT-VALUE}).")
  private int halts = 40;

  @Option(
      names = "--warm-up",
      description = "Seconds of trading before (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds = 20;

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("").toAbsolutePath();

  @Override
  public Integer call() throws IOException {
    WholeNumber.require(spec, "--halts", halts);
    WholeNumber.require(spec, "--warm-up", warmUpSeconds);
    Path data = Files.createTempDirectory("palmyra-bench");
    Path feed = Files.createDirectories(data.resolve(Path.of("oanda", "tick", "eurusd")));
    var file = new TickFile(feed);
    long seconds = warmUpSeconds + halts * HALTED.plus(TRADING).toSeconds() + 120L;
    file.write(TICKS_A_SECOND, Math.toIntExact(TICKS_A_SECOND * seconds));
    SuiteOptions options = BenchSuite.options(new SuiteHome(root, data), feed, ORDER_EVERY);
    try (Suite suite = Suite.start(options, new ConsoleProgress())) {
      SuiteApi api =
          SuiteApi.withLocalKey(suite.options().ports().url("gateway"), options.home().token());
      new InitialHalt(api).lift();
      var topics = new Topics(suite.servers().kafkaBootstrap());
      pause(Duration.ofSeconds(warmUpSeconds));
      Map<TopicPartition, Long> from = topics.ends(Topic.ORDER_EVENTS);
      List<Instant> asked = haltAgainAndAgain(api);
      return tell(asked, submitted(topics, from)) ? 0 : 1;
    }
  }

  private List<Instant> haltAgainAndAgain(SuiteApi api) {
    var asked = new ArrayList<Instant>();
    for (int i = 1; i <= halts; i++) {
      asked.add(Instant.now());
      String halt =
          api.post(
                  "/api/v1/halts",
                  Map.of(
                      "scope",
                      "all",
                      "mode",
                      "HALTED",
                      "reason",
                      "benchmark",
                      "cancelOrders",
                      false))
              .path("halt")
              .asString();
      pause(HALTED);
      api.post("/api/v1/halts/lift", Map.of("halt", halt, "reason", "benchmark"));
      pause(TRADING);
      if (i % 10 == 0) {
        System.out.printf(Locale.ROOT, "  %d of %d halts%n", i, halts);
      }
    }
    return asked;
  }

  private static List<Instant> submitted(Topics topics, Map<TopicPartition, Long> from) {
    var submitted = new ArrayList<Instant>();
    topics.read(
        Topic.ORDER_EVENTS,
        from,
        found -> {
          if (found.envelope().body() instanceof OrderSubmitted sent) {
            submitted.add(sent.at());
          }
        });
    return submitted;
  }

  /** Of each halt how long after it the last order left before trading went on; 0 if none did. */
  private static boolean tell(List<Instant> asked, List<Instant> submitted) {
    double[] micros =
        asked.stream()
            .mapToDouble(
                at ->
                    submitted.stream()
                        .filter(sent -> sent.isAfter(at) && sent.isBefore(at.plus(HALTED)))
                        .mapToDouble(sent -> Duration.between(at, sent).toNanos() / 1e3)
                        .max()
                        .orElse(0))
            .toArray();
    Figures figures = Figures.of(micros);
    long none = Arrays.stream(micros).filter(each -> each == 0).count();
    System.out.printf(
        Locale.ROOT,
        "%n%d halts while %d orders left; after %d of them nothing left any more%n",
        asked.size(),
        submitted.size(),
        none);
    System.out.println(Figures.head());
    System.out.println(figures.row("halt by REST to the last order that leaves"));
    boolean met = figures.p99() <= TARGET_MICROS && submitted.size() > asked.size();
    System.out.printf(Locale.ROOT, "  target: p99 within 250 ms, %s%n", met ? "met" : "not met");
    return met;
  }

  private static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }
}
