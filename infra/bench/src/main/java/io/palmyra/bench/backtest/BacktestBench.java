package io.palmyra.bench.backtest;

import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Backtest;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.bench.suite.WholeNumber;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.platform.time.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A long-only cross of averages of 10 and 50 bars: ours with the live decisions, exact money, a
 * spread, slippage, commission and an equity after each bar; ta4j without, in doubles and in exact
 * numbers, in the same call and in turns.
 */
@Command(
    name = "backtest",
    description = "Bars a second of a backtest, beside ta4j.",
    mixinStandardHelpOptions = true)
public final class BacktestBench implements Callable<Integer> {
  private static final double TIMES_DOUBLE = 5;
  private static final double TIMES_EXACT = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--bars", description = "In the walk (default: ${DEFAULT-VALUE}).")
  private int count = 1_000_000;

  @Option(
      names = "--rounds",
      description = "Measured after a cold one (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Override
  public Integer call() throws IOException {
    WholeNumber.require(spec, "--bars", count);
    WholeNumber.require(spec, "--rounds", rounds);
    Bars bars = Walk.bars(count);
    BarSeries doubles = Walk.series(bars, DoubleNumFactory.getInstance());
    BarSeries exact = Walk.series(bars, DecimalNumFactory.getInstance());
    double[] ours = new double[rounds];
    double[] theirDoubles = new double[rounds];
    double[] theirExact = new double[rounds];
    for (int round = 0; round <= rounds; round++) {
      String name = round == 0 ? "cold" : "round " + round;
      double a = measured(name, "ta4j, doubles", () -> peer(doubles));
      double b = measured(name, "palmyra", () -> product(bars));
      double c = measured(name, "ta4j, exact", () -> peer(exact));
      if (round > 0) {
        theirDoubles[round - 1] = a;
        ours[round - 1] = b;
        theirExact[round - 1] = c;
      }
    }
    return verdict(median(ours) / median(theirDoubles), median(ours) / median(theirExact));
  }

  private int verdict(double timesDouble, double timesExact) throws IOException {
    boolean reached = timesDouble >= TIMES_DOUBLE && timesExact >= TIMES_EXACT;
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f times ta4j in doubles (target %.0f), %.2f times in exact numbers (target %.0f);"
            + " peak memory of both %s%n",
        reached ? "Reached" : "Missed",
        timesDouble,
        TIMES_DOUBLE,
        timesExact,
        TIMES_EXACT,
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

  private static int peer(BarSeries series) {
    var close = new ClosePriceIndicator(series);
    var fast = new SMAIndicator(close, 10);
    var slow = new SMAIndicator(close, 50);
    var strategy =
        new BaseStrategy(
            new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow), 50);
    return new BarSeriesManager(series).run(strategy).getPositionCount();
  }

  private static int product(Bars bars) {
    StrategyType type = StrategyCatalogue.builtIn().find("sma-cross").orElseThrow();
    Map<String, String> given = Map.of("fast", "10", "slow", "50", "direction", "LONG");
    var parameters = ((Validated.Accepted) type.descriptor().validate(given)).parameters();
    var terms =
        new InstrumentDefined(
            new InstrumentId("WALK.TEST"),
            "a walk",
            new Currency("WLK"),
            Currency.USD,
            4,
            Price.of("0.0001"),
            0,
            Quantity.ONE,
            Quantity.ONE,
            Quantity.of("1000000"),
            Quantity.ONE,
            new SpotTerms(),
            SessionCalendar.always());
    var assumptions =
        new Assumptions(
            Money.of("1000000", Currency.USD),
            Price.of("0.0010"),
            Price.of("0.0005"),
            new Commission(Money.zero(Currency.USD), Quantity.of("0.00001")),
            Quantity.ZERO);
    return Backtest.run(
            new Setup(type, parameters, terms, bars, LimitsProfile.WIDE, assumptions), _ -> {})
        .trades()
        .size();
  }
}
