package io.palmyra.userstrategy.onnx;

import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.indicator.Adx;
import io.palmyra.core.strategy.indicator.Atr;
import io.palmyra.core.strategy.indicator.Average;
import io.palmyra.core.strategy.indicator.Deviation;
import io.palmyra.core.strategy.indicator.Ema;
import io.palmyra.core.strategy.indicator.Rsi;
import io.palmyra.core.strategy.indicator.Sma;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * One input of a model, worked out from bars.
 *
 * @param name as it was declared, such as rsi:14
 * @param memory bars after which it has forgotten what stood before
 * @param taker takes the next bar
 * @param ready whether it has seen enough
 * @param value its value after the last bar
 */
record Feature(
    String name, int memory, Consumer<Bar> taker, BooleanSupplier ready, DoubleSupplier value) {
  /** Periods after which Wilder's averages have forgotten to within a double. */
  private static final int WILDER_MEMORY = 40;

  /** Half periods after which an exponential average has. */
  private static final int EMA_MEMORY = 20;

  /** Change of the close over so many bars, as a share of the earlier one. */
  static Feature change(String name, int period) {
    var past = new PastCloses(period);
    return new Feature(
        name,
        period + 1,
        bar -> past.add(bar.close()),
        past::isReady,
        () -> past.newest() / past.oldest() - 1);
  }

  /** Relative strength index, 0 to 100. */
  static Feature rsi(String name, int period) {
    var rsi = new Rsi(period);
    return new Feature(
        name, WILDER_MEMORY * period, bar -> rsi.add(bar.close()), rsi::isReady, rsi::value);
  }

  /** How many deviations the close lies above its mean. */
  static Feature zScore(String name, int period) {
    var deviation = new Deviation(period);
    return new Feature(
        name, period, bar -> deviation.add(bar.close()), deviation::isReady, deviation::zScore);
  }

  /** Average true range as a share of the close. */
  static Feature range(String name, int period) {
    var atr = new Atr(period);
    var last = new PastCloses(1);
    return new Feature(
        name,
        WILDER_MEMORY * period,
        bar -> {
          atr.add(bar.high(), bar.low(), bar.close());
          last.add(bar.close());
        },
        atr::isReady,
        () -> atr.value() / last.newest());
  }

  /** Distance of the close from a simple average, as a share of the average. */
  static Feature simple(String name, int period) {
    return distance(name, period, new Sma(period));
  }

  /** The same from an exponential one. */
  static Feature exponential(String name, int period) {
    return distance(name, EMA_MEMORY * (period + 1), new Ema(period));
  }

  private static Feature distance(String name, int memory, Average average) {
    var last = new PastCloses(1);
    return new Feature(
        name,
        memory,
        bar -> {
          average.add(bar.close());
          last.add(bar.close());
        },
        average::isReady,
        () -> last.newest() / average.value() - 1);
  }

  /** Average directional index, 0 to 100. */
  static Feature direction(String name, int period) {
    var adx = new Adx(period);
    return new Feature(
        name,
        2 * WILDER_MEMORY * period,
        bar -> adx.add(bar.high(), bar.low(), bar.close()),
        adx::isReady,
        adx::value);
  }
}
