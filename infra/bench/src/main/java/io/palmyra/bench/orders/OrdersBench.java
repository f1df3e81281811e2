package io.palmyra.bench.orders;

import io.palmyra.bench.Figures;
import io.palmyra.bench.suite.BenchSuite;
import io.palmyra.bench.suite.ConsoleProgress;
import io.palmyra.bench.suite.TickFile;
import io.palmyra.bench.suite.Topics;
import io.palmyra.bench.suite.WholeNumber;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.suite.InitialHalt;
import io.palmyra.local.suite.Suite;
import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How many orders a second pass risk, are journaled by execution and leave for the venue, all
 * services running, against what the same database commits alone, before and after each round.
 */
@Command(
    name = "orders",
    description = "Orders journaled and sent a second, against the database's own rate.",
    mixinStandardHelpOptions = true)
public final class OrdersBench implements Callable<Integer> {
  private static final Duration FLOOR = Duration.ofSeconds(3);
  private static final Duration QUIET = Duration.ofSeconds(4);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rates",
      split = ",",
      description = "Orders a second that are asked for (default: ${DEFAULT-VALUE}).")
  private List<Integer> rates = List.of(50, 200, 1000);

  @Option(names = "--seconds", description = "Measured of each rate (default: ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(names = "--warm-up", description = "Seconds fed before (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds = 10;

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("").toAbsolutePath();

  @Override
  public Integer call() throws IOException {
    WholeNumber.require(spec, "--seconds", seconds);
    WholeNumber.require(spec, "--warm-up", warmUpSeconds);
    rates.forEach(rate -> WholeNumber.require(spec, "--rates", rate));
    Path data = Files.createTempDirectory("palmyra-bench");
    Path feed = Files.createDirectories(data.resolve(Path.of("oanda", "tick", "eurusd")));
    var file = new TickFile(feed);
    file.write(10, 20);
    SuiteOptions options = BenchSuite.options(new SuiteHome(root, data), feed, 1);
    boolean whole = true;
    try (Suite suite = Suite.start(options, new ConsoleProgress())) {
      new InitialHalt(
              SuiteApi.withLocalKey(suite.options().ports().url("gateway"), options.home().token()))
          .lift();
      var topics = new Topics(suite.servers().kafkaBootstrap());
      var floor = new CommitFloor(suite.servers());
      suite.service("market-data").stop();
      awaitQuiet(topics);
      for (int rate : rates) {
        file.write(rate, rate * (warmUpSeconds + seconds));
        whole &= round(rate, suite, topics, floor);
      }
    }
    return whole ? 0 : 1;
  }

  private boolean round(int rate, Suite suite, Topics topics, CommitFloor floor) {
    System.out.printf(Locale.ROOT, "%d orders a second are asked for%n", rate);
    var single = new ArrayList<>(List.of(floor.measure(1, FLOOR)));
    var batched = new ArrayList<>(List.of(floor.measure(CommitFloor.BATCH, FLOOR)));
    var from = topics.ends(OrderTrail.FOLLOWED);
    suite.service("market-data").start();
    LockSupport.parkNanos(Duration.ofSeconds(warmUpSeconds + seconds).toNanos());
    boolean quiet = awaitQuiet(topics);
    suite.service("market-data").stop();
    single.add(floor.measure(1, FLOOR));
    batched.add(floor.measure(CommitFloor.BATCH, FLOOR));
    var trail = new OrderTrail(topics, from);
    if (trail.sent() == 0) {
      System.out.println("  No order left: nothing was measured.");
      return false;
    }
    print(trail, Pace.median(single).rowsASecond(), Pace.median(batched).rowsASecond());
    boolean whole = trail.asked() == trail.sent() + sum(trail) && quiet;
    if (!whole) {
      System.out.println("  Not every signal ended in an order that left or was denied in time.");
    }
    return whole;
  }

  private static int sum(OrderTrail trail) {
    return trail.denied().values().stream().mapToInt(Integer::intValue).sum();
  }

  private void print(OrderTrail trail, double single, double batched) {
    double rate = trail.rate(Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(seconds));
    System.out.printf(
        Locale.ROOT,
        "  %d signals, %d orders sent, denied %s%n"
            + "  %.0f orders a second left; the database alone commits %.0f rows a second one by one"
            + " (ratio %.3f) and %.0f by the hundred (ratio %.4f)%n",
        trail.asked(),
        trail.sent(),
        trail.denied(),
        rate,
        single,
        rate / single,
        batched,
        rate / batched);
    System.out.println(Figures.head());
    System.out.println(trail.ofRisk().row("risk: signal to order"));
    System.out.println(trail.ofExecution().row("execution: order to submit"));
    System.out.println();
  }

  /** Waits until no topic on the way grows; false if one still does after minutes. */
  private static boolean awaitQuiet(Topics topics) {
    BooleanSupplier still =
        () -> {
          var before = topics.ends(OrderTrail.FOLLOWED);
          LockSupport.parkNanos(QUIET.toNanos());
          return before.equals(topics.ends(OrderTrail.FOLLOWED));
        };
    return IntStream.range(0, 60).anyMatch(_ -> still.getAsBoolean());
  }
}
