package io.palmyra.bench.backtest;

import io.palmyra.backtest.history.Bars;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.NumFactory;

/** The same seeded walk of minutes for both: 0.05 % a minute, to four decimals. */
final class Walk {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
  private static final int SCALE = 4;
  private static final double UNITS = 10_000;

  private Walk() {}

  static Bars bars(int count) {
    var random = new SplittableRandom(42);
    var bars = Bars.builder(SCALE, 0, MINUTE);
    double price = 100;
    for (int i = 0; i < count; i++) {
      double close = price * StrictMath.exp(0.0005 * gauss(random));
      double wick = price * 0.0003;
      double high = Math.max(price, close) + wick * random.nextDouble();
      double low = Math.min(price, close) - wick * random.nextDouble();
      bars.add(
          BEGIN.toEpochMilli() + i * MINUTE.toMillis(),
          units(price),
          units(high),
          units(low),
          units(close),
          100L + random.nextInt(10_000));
      price = units(close) / UNITS;
    }
    return bars.build();
  }

  private static long units(double price) {
    return Math.round(price * UNITS);
  }

  private static double gauss(SplittableRandom random) {
    return Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
        * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  static BarSeries series(Bars bars, NumFactory numbers) {
    BarSeries series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
    for (int i = 0; i < bars.size(); i++) {
      series
          .barBuilder()
          .timePeriod(MINUTE)
          .endTime(bars.closeTime(i))
          .openPrice(bars.open(i) / UNITS)
          .highPrice(bars.high(i) / UNITS)
          .lowPrice(bars.low(i) / UNITS)
          .closePrice(bars.close(i) / UNITS)
          .volume((double) bars.volume(i))
          .add();
    }
    return series;
  }
}
