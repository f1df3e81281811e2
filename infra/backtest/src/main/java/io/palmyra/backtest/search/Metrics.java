package io.palmyra.backtest.search;

import io.palmyra.contracts.value.Money;
import io.palmyra.core.analytics.Drawdowns;
import io.palmyra.core.analytics.Performance;
import io.palmyra.core.analytics.Trade;
import io.palmyra.core.analytics.TradeStatistics;
import java.util.List;

/**
 * Figures of a trial, those of days in UTC; what is not defined is NaN.
 *
 * @param trades that are over
 * @param profit net of fees, open positions at their marks; exact
 * @param totalReturn as a share: 0.1 is ten per cent
 * @param annualReturn compounded, as a share
 * @param sharpe annual
 * @param sortino annual
 * @param calmar annual
 * @param maximumDrawdown as a share of the highest equity before it
 * @param profitFactor what was won in relation to what was lost
 * @param winRate share of trades that won
 */
public record Metrics(
    int trades,
    String profit,
    double totalReturn,
    double annualReturn,
    double sharpe,
    double sortino,
    double calmar,
    double maximumDrawdown,
    double profitFactor,
    double winRate) {
  /** Of returns of days, trades and what they made. */
  public static Metrics of(Performance days, List<Trade> done, Money profit) {
    var trades = new TradeStatistics(done);
    return new Metrics(
        trades.count(),
        profit.amount(),
        days.returns().total(),
        days.annualReturn(),
        days.sharpe(0),
        days.sortino(0),
        days.calmar(),
        Drawdowns.of(days.returns()).maximum(),
        trades.profitFactor(),
        trades.winRate());
  }

  /** Of what came to nothing. */
  public static Metrics none(int trades, String profit) {
    double not = Double.NaN;
    return new Metrics(trades, profit, not, not, not, not, not, not, not, not);
  }
}
