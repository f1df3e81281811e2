package io.palmyra.backtest.search;

import io.palmyra.backtest.engine.Backtest;
import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.report.DailyReturns;
import io.palmyra.core.analytics.Drawdowns;
import io.palmyra.core.analytics.EquityCurve;
import io.palmyra.core.analytics.EquityCurve.Point;
import io.palmyra.core.analytics.Performance;
import io.palmyra.core.analytics.TradeStatistics;
import io.palmyra.core.strategy.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * A backtest of a ground that was run, without the bars that were only shown.
 *
 * @param result of all bars
 * @param before how many of them were only shown
 */
record Played(Result result, int before) {
  static Played of(Ground ground, Parameters parameters) {
    Setup setup = ground.with(parameters);
    return new Played(Backtest.run(setup, _ -> {}), ground.before());
  }

  /** Whether equity fell to nothing, so that there are no returns. */
  boolean ruined() {
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

  Metrics metrics() {
    var trades = new TradeStatistics(result.trades());
    String profit = result.profit().amount();
    if (ruined()) {
      return Metrics.none(trades.count(), profit);
    }
    Performance days = performance();
    return new Metrics(
        trades.count(),
        profit,
        days.returns().total(),
        days.annualReturn(),
        days.sharpe(0),
        days.sortino(0),
        days.calmar(),
        Drawdowns.of(days.returns()).maximum(),
        trades.profitFactor(),
        trades.winRate());
  }
}
