package io.palmyra.bench.failover;

import io.palmyra.bench.Figures;
import io.palmyra.bench.suite.BenchSuite;
import io.palmyra.bench.suite.ConsoleProgress;
import io.palmyra.bench.suite.TickFile;
import io.palmyra.bench.suite.Topics;
import io.palmyra.bench.suite.WholeNumber;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.server.Server;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * From the death or the freeze of the execution that owns an account to the first order that the
 * standby sends, while orders flow through the running services.
 */
@Command(
    name = "failover",
    description = "From the death of the owner of an account to its standby's first order.",
    mixinStandardHelpOptions = true)
public final class FailoverBench implements Callable<Integer> {
  private static final double KILLED_TARGET_MICROS = 10_000_000;

  /** After five seconds of silence a frozen owner is cut off; and five seconds. */
  private static final double FROZEN_TARGET_MICROS = 10_000_000;

  private static final int TICKS_A_SECOND = 20;
  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      description = "Kills, and as many freezes (default: ${DEFAULT-VALUE}).")
  private int rounds = 10;

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("").toAbsolutePath();

  private final List<Double> killed = new ArrayList<>();
  private final List<Double> frozen = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    WholeNumber.require(spec, "--rounds", rounds);
    Path data = Files.createTempDirectory("palmyra-bench");
    Path feed = Files.createDirectories(data.resolve(Path.of("oanda", "tick", "eurusd")));
    long seconds = 2L * rounds * LONGEST.plus(BETWEEN).toSeconds() + 120L;
    new TickFile(feed).write(TICKS_A_SECOND, Math.toIntExact(TICKS_A_SECOND * seconds));
    SuiteOptions options = BenchSuite.options(new SuiteHome(root, data), feed, 1);
    try (Suite suite = Suite.start(options, new ConsoleProgress())) {
      Server owner = suite.service("execution");
      Server standby = suite.another("execution");
      new InitialHalt(
              SuiteApi.withLocalKey(suite.options().ports().url("gateway"), options.home().token()))
          .lift();
      var topics = new Topics(suite.servers().kafkaBootstrap());
      for (int i = 1; i <= 2 * rounds; i++) {
        strike(i % 2 == 1, owner, topics);
        // Who took over owns the account now; who comes back waits.
        Server next = standby;
        standby = owner;
        owner = next;
        System.out.printf(Locale.ROOT, "  %d of %d%n", i, 2 * rounds);
      }
      return tell() ? 0 : 1;
    }
  }

  private void strike(boolean kills, Server owner, Topics topics) {
    Map<TopicPartition, Long> from = topics.ends(Topic.ORDER_EVENTS);
    // What leaves meanwhile tells the epoch of the owner.
    pause(BETWEEN);
    Instant struck = Instant.now();
    if (kills) {
      owner.kill();
    } else {
      owner.pause();
    }
    double micros = takeOver(topics, from, struck);
    (kills ? killed : frozen).add(micros);
    if (kills) {
      owner.start();
    } else {
      owner.resume();
    }
  }

  /** Until an order leaves under a newer epoch than the last one before the strike. */
  private static double takeOver(Topics topics, Map<TopicPartition, Long> from, Instant struck) {
    while (Duration.between(struck, Instant.now()).compareTo(LONGEST) < 0) {
      var sent = new ArrayList<OrderSubmitted>();
      topics.read(
          Topic.ORDER_EVENTS,
          from,
          found -> {
            if (found.envelope().body() instanceof OrderSubmitted order) {
              sent.add(order);
            }
          });
      Optional<OrderSubmitted> first = firstOfNewer(sent, struck);
      if (first.isPresent()) {
        return Duration.between(struck, first.get().at()).toNanos() / 1e3;
      }
      pause(Duration.ofMillis(200));
    }
    return Double.POSITIVE_INFINITY;
  }

  private static Optional<OrderSubmitted> firstOfNewer(List<OrderSubmitted> sent, Instant struck) {
    long before =
        sent.stream()
            .filter(order -> !order.at().isAfter(struck))
            .mapToLong(OrderSubmitted::epoch)
            .max()
            .orElse(0);
    return before == 0
        ? Optional.empty()
        : sent.stream().filter(order -> order.epoch() > before).findFirst();
  }

  private boolean tell() {
    Figures kills = figures(killed);
    Figures freezes = figures(frozen);
    System.out.println();
    System.out.println(Figures.head());
    System.out.println(kills.row("kill of the owner to the standby's order"));
    System.out.println(freezes.row("freeze of the owner to the standby's order"));
    boolean met = most(killed) <= KILLED_TARGET_MICROS && most(frozen) <= FROZEN_TARGET_MICROS;
    System.out.printf(
        Locale.ROOT,
        "  longest %.1f s after a kill (target 10), %.1f s after a freeze (target %.0f): %s%n",
        most(killed) / 1e6,
        most(frozen) / 1e6,
        FROZEN_TARGET_MICROS / 1e6,
        met ? "met" : "not met");
    return met;
  }

  private static Figures figures(List<Double> micros) {
    return Figures.of(micros.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double most(List<Double> micros) {
    return micros.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }
}
