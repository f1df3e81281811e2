package io.palmyra.bench.latency;

import io.palmyra.bench.Figures;
import io.palmyra.bench.floor.Floor;
import io.palmyra.bench.suite.BenchSuite;
import io.palmyra.bench.suite.ConsoleProgress;
import io.palmyra.bench.suite.TickFile;
import io.palmyra.bench.suite.Topics;
import io.palmyra.bench.suite.WholeNumber;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Tick at market-data to fill published, through the running services, open loop, against the
 * floor: floor, product, floor in each round, the median of the rounds.
 */
@Command(
    name = "latency",
    description = "Tick to fill through the running services, against the floor of the same run.",
    mixinStandardHelpOptions = true)
public final class LatencyBench implements Callable<Integer> {
  private static final Topic[] FOLLOWED = {
    Topic.TICKS, Topic.SIGNALS, Topic.ORDERS, Topic.ORDER_EVENTS, Topic.FILLS
  };

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rates",
      split = ",",
      description = "Ticks a second (default: ${DEFAULT-VALUE}).")
  private List<Integer> rates = List.of(100, 1000);

  @Option(names = "--rounds", description = "Rounds of each rate (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--seconds", description = "Measured in each round (default: ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(names = "--warm-up", description = "Seconds fed before (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds = 20;

  @Option(
      names = "--order-every",
      description =
          "Ticks from one order to the next, in suite and floor (default: ${DEFAULT-VALUE}).")
  private int orderEvery = 50;

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("").toAbsolutePath();

  @Override
  public Integer call() throws IOException {
    WholeNumber.require(spec, "--rounds", rounds);
    WholeNumber.require(spec, "--seconds", seconds);
    WholeNumber.require(spec, "--warm-up", warmUpSeconds);
    WholeNumber.require(spec, "--order-every", orderEvery);
    rates.forEach(rate -> WholeNumber.require(spec, "--rates", rate));
    Path data = Files.createTempDirectory("palmyra-bench");
    Path feed = Files.createDirectories(data.resolve(Path.of("oanda", "tick", "eurusd")));
    var file = new TickFile(feed);
    file.write(10, 20);
    SuiteOptions options = BenchSuite.options(new SuiteHome(root, data), feed, orderEvery);
    boolean met = true;
    try (Suite suite = Suite.start(options, new ConsoleProgress());
        Floor floor = new Floor(suite.servers(), orderEvery)) {
      String gateway = suite.options().ports().url("gateway");
      new InitialHalt(SuiteApi.withLocalKey(gateway, options.home().token())).lift();
      var topics = new Topics(suite.servers().kafkaBootstrap());
      for (int rate : rates) {
        met &= measure(rate, suite, floor, topics, file);
      }
    }
    return met ? 0 : 1;
  }

  private boolean measure(int rate, Suite suite, Floor floor, Topics topics, TickFile file)
      throws IOException {
    var floors = new ArrayList<Figures>();
    var product = new ArrayList<Round>();
    for (int round = 0; round <= rounds; round++) {
      // The first round is cold and is told apart.
      System.out.printf(
          Locale.ROOT, "%d ticks/s, round %s%n", rate, round == 0 ? "cold" : round + "/" + rounds);
      Duration warmUp = Duration.ofSeconds(warmUpSeconds);
      Figures before = floor.measure(rate, Duration.ofSeconds(2), Duration.ofSeconds(seconds));
      Round through = round(rate, warmUp, suite, topics, file);
      Figures after = floor.measure(rate, Duration.ofSeconds(2), Duration.ofSeconds(seconds));
      if (through.fills() == 0) {
        System.out.printf(
            Locale.ROOT,
            "No fill of the %d measured ticks arrived in time: the suite falls behind at %d ticks/s.%n%n",
            through.ticks(),
            rate);
        return false;
      }
      System.out.println(Figures.head());
      System.out.println(before.row("floor before"));
      System.out.println(through.total().row("tick to fill"));
      System.out.println(after.row("floor after"));
      if (round > 0) {
        floors.add(before);
        floors.add(after);
        product.add(through);
      }
    }
    return print(rate, Figures.median(floors), product);
  }

  private Round round(int rate, Duration warmUp, Suite suite, Topics topics, TickFile file)
      throws IOException {
    suite.service("market-data").stop();
    file.write(rate, rate * (warmUpSeconds + seconds));
    var from = topics.ends(FOLLOWED);
    Map<String, java.time.Instant> arrivals;
    try (var waiting = new Arrivals(topics)) {
      suite.service("market-data").start();
      waiting.await(Duration.ofSeconds(3), warmUp.plusSeconds(seconds).plusSeconds(60));
      arrivals = waiting.byEnvelope();
    }
    return new Trail(topics, from).figures(arrivals, warmUp);
  }

  private boolean print(int rate, Figures floor, List<Round> rounds) {
    Figures total = Figures.median(rounds.stream().map(Round::total).toList());
    int ticks = rounds.stream().mapToInt(Round::ticks).sum();
    int fills = rounds.stream().mapToInt(Round::fills).sum();
    System.out.printf(
        Locale.ROOT,
        "%n%d ticks/s: median of %d rounds, %d ticks, %d fills%n",
        rate,
        rounds.size(),
        ticks,
        fills);
    System.out.println(Figures.head());
    System.out.println(floor.row("floor"));
    System.out.println(total.row("tick to fill"));
    var hops = new LinkedHashMap<String, List<Figures>>();
    rounds.forEach(
        round ->
            round
                .hops()
                .forEach(
                    (name, hop) -> hops.computeIfAbsent(name, _ -> new ArrayList<>()).add(hop)));
    hops.forEach((name, figures) -> System.out.println(Figures.median(figures).row("  " + name)));
    double p50 = total.p50() / floor.p50();
    double p99 = total.p99() / floor.p99();
    System.out.printf(Locale.ROOT, "  ratio to the floor: p50 %.2f, p99 %.2f%n%n", p50, p99);
    return fills > ticks / orderEvery / 2 && (rate != 1000 || p50 <= 4);
  }
}
