package io.palmyra.backtest.search;

import io.palmyra.backtest.engine.Backtest;
import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.report.DailyReturns;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.analytics.EquityCurve;
import io.palmyra.core.analytics.EquityCurve.Point;
import io.palmyra.core.analytics.Performance;
import io.palmyra.core.strategy.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * A backtest of a ground that was run, without the bars that were only shown.
 *
 * @param result of all bars
 * @param before how many of them were only shown
 */
public record Played(Result result, int before) {
  /**
   * Runs one.
   *
   * @throws io.palmyra.backtest.engine.StrategyFailedException if the strategy throws
   */
  public static Played of(Ground ground, Parameters parameters) {
    int before = ground.before(parameters);
    Setup setup = ground.with(parameters, before);
    return new Played(Backtest.run(setup, _ -> {}), before);
  }

  /** Equity after each bar that counts. */
  public List<Money> equity() {
    return result.equity().subList(before, result.equity().size());
  }

  /** Whether equity fell to nothing, so that there are no returns. */
  public boolean ruined() {
    return result.equity().stream().anyMatch(each -> each.signum() <= 0);
  }

  /** From the cash at the open of the first bar that counts. */
  EquityCurve curve() {
    List<Point> all = result.curve().points();
    var counting = new ArrayList<Point>(all.subList(before, all.size()));
    counting.set(
        0, new Point(result.setup().bars().openTime(before), counting.getFirst().equity()));
    return new EquityCurve(counting);
  }

  /** Returns of days. */
  Performance performance() {
    return DailyReturns.of(curve());
  }

  /** Figures of the bars that count. */
  public Metrics metrics() {
    return ruined()
        ? Metrics.none(result.trades().size(), result.profit().amount())
        : Metrics.of(performance(), result.trades(), result.profit());
  }
}
