package io.palmyra.backtest.search;

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
  /** Of what came to nothing. */
  static Metrics none(int trades, String profit) {
    double not = Double.NaN;
    return new Metrics(trades, profit, not, not, not, not, not, not, not, not);
  }
}
