package io.palmyra.bench.backtest;

import io.palmyra.backtest.history.Bars;
import io.palmyra.bench.suite.WholeNumber;
import io.palmyra.platform.time.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntBinaryOperator;
import java.util.function.IntSupplier;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A long-only cross of averages, a rule on relative strength, and a sweep of a hundred crosses:
 * ours with the live decisions, exact money, a spread, slippage, commission and an equity after
 * each bar; ta4j without, in doubles and in exact numbers, in the same call and in turns.
 */
@Command(
    name = "backtest",
    description = "Bars a second of a backtest, beside ta4j.",
    mixinStandardHelpOptions = true)
public final class BacktestBench implements Callable<Integer> {
  private static final double TIMES_DOUBLE = 5;
  private static final double TIMES_EXACT = 10;
  private static final double SWEEP_SECONDS = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--bars", description = "In the walk (default: ${DEFAULT-VALUE}).")
  private int count = 1_000_000;

  @Option(
      names = "--rounds",
      description = "Measured after a cold one (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  /** Times that ours is as fast as the peer. */
  private record Compared(double doubles, double exact) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    WholeNumber.require(spec, "--bars", count);
    WholeNumber.require(spec, "--rounds", rounds);
    Bars bars = Walk.bars(count);
    var ours = new Ours(bars);
    var doubles = new Ta4j(Walk.series(bars, DoubleNumFactory.getInstance()));
    var exact = new Ta4j(Walk.series(bars, DecimalNumFactory.getInstance()));
    Compared cross =
        compared(
            "cross of averages of 10 and 50 bars",
            () -> ours.smaCross(10, 50),
            () -> doubles.smaCross(10, 50),
            () -> exact.smaCross(10, 50));
    Compared rsi = compared("relative strength of 14 bars", ours::rsi, doubles::rsi, exact::rsi);
    System.out.println("a hundred crosses on " + threads() + " threads");
    double sweep = sweep("palmyra", ours::smaCross);
    double peer = sweep("ta4j, doubles", doubles::smaCross);
    return verdict(cross, rsi, sweep, peer);
  }

  private int verdict(Compared cross, Compared rsi, double sweep, double peer) throws IOException {
    boolean reached =
        cross.doubles() >= TIMES_DOUBLE
            && cross.exact() >= TIMES_EXACT
            && sweep <= SWEEP_SECONDS * count / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s: cross %.2f times ta4j in doubles (target %.0f), %.2f times in exact numbers (target"
            + " %.0f); relative strength %.2f and %.2f times; sweep %.1f s (target %.1f), ta4j's"
            + " %.1f s; peak memory of both %s%n",
        reached ? "Reached" : "Missed",
        cross.doubles(),
        TIMES_DOUBLE,
        cross.exact(),
        TIMES_EXACT,
        rsi.doubles(),
        rsi.exact(),
        sweep,
        SWEEP_SECONDS * count / 1e6,
        peer,
        peak());
    return reached ? 0 : 1;
  }

  private static String peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.substring(6).strip())
        .findFirst()
        .orElse("not known");
  }

  private Compared compared(String what, IntSupplier ours, IntSupplier doubles, IntSupplier exact) {
    System.out.println(what);
    double[] product = new double[rounds];
    double[] peerDoubles = new double[rounds];
    double[] peerExact = new double[rounds];
    for (int round = 0; round <= rounds; round++) {
      String name = round == 0 ? "cold" : "round " + round;
      double a = measured(name, "ta4j, doubles", doubles);
      double b = measured(name, "palmyra", ours);
      double c = measured(name, "ta4j, exact", exact);
      if (round > 0) {
        peerDoubles[round - 1] = a;
        product[round - 1] = b;
        peerExact[round - 1] = c;
      }
    }
    return new Compared(median(product) / median(peerDoubles), median(product) / median(peerExact));
  }

  private double measured(String round, String who, IntSupplier run) {
    long begin = MonotonicClock.SYSTEM.nanos();
    int trades = run.getAsInt();
    double seconds = (MonotonicClock.SYSTEM.nanos() - begin) / 1e9;
    double rate = count / seconds;
    System.out.printf(
        Locale.ROOT, "  %-8s %-14s %12.0f bars/s, %d trades%n", round, who, rate, trades);
    return rate;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Seconds for ten fast averages with each of ten slow ones. */
  private double sweep(String who, IntBinaryOperator backtest) throws InterruptedException {
    long begin = MonotonicClock.SYSTEM.nanos();
    long trades = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads())) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int fast = 5; fast < 15; fast++) {
        for (int slow = 30; slow < 80; slow += 5) {
          int quick = fast;
          int slower = slow;
          all.add(pool.submit(() -> backtest.applyAsInt(quick, slower)));
        }
      }
      for (Future<Integer> each : all) {
        trades += each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a backtest of the sweep failed", e);
    }
    double seconds = (MonotonicClock.SYSTEM.nanos() - begin) / 1e9;
    System.out.printf(Locale.ROOT, "  %-14s %8.1f s, %d trades%n", who, seconds, trades);
    return seconds;
  }
}
