package io.palmyra.bench.backtest;

import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/** The peer: the same rules, without spread, slippage, commission or an equity. */
final class Ta4j {
  private final BarSeries series;

  /**
   * @param series whose numbers are doubles or exact
   */
  Ta4j(BarSeries series) {
    this.series = series;
  }

  int smaCross(int fastBars, int slowBars) {
    var close = new ClosePriceIndicator(series);
    var fast = new SMAIndicator(close, fastBars);
    var slow = new SMAIndicator(close, slowBars);
    return run(
        new BaseStrategy(
            new CrossedUpIndicatorRule(fast, slow),
            new CrossedDownIndicatorRule(fast, slow),
            slowBars));
  }

  int rsi() {
    var rsi = new RSIIndicator(new ClosePriceIndicator(series), RsiRule.PERIOD);
    return run(
        new BaseStrategy(
            new UnderIndicatorRule(rsi, RsiRule.OVERSOLD),
            new OverIndicatorRule(rsi, RsiRule.OVERBOUGHT),
            RsiRule.PERIOD));
  }

  private int run(Strategy strategy) {
    return new BarSeriesManager(series).run(strategy).getPositionCount();
  }
}
