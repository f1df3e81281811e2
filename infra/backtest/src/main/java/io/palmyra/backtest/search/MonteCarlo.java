package io.palmyra.backtest.search;

import io.palmyra.core.analytics.Drawdowns;
import io.palmyra.core.analytics.Returns;
import io.palmyra.core.analytics.Trade;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The same trades as chance might have dealt them. Each counts by its profit as a share of the
 * equity before it; drawdowns are those from trade to trade.
 *
 * @param trades how many
 * @param rounds of each kind
 * @param shuffledDrawdown greatest drawdown with the trades in another order; what they come to at
 *     the end is the same in any
 * @param drawnReturn return of as many trades, each drawn from all
 * @param drawnDrawdown greatest drawdown of these
 */
public record MonteCarlo(
    int trades, int rounds, Range shuffledDrawdown, Range drawnReturn, Range drawnDrawdown) {
  /** Rounds of each kind. */
  public static final int ROUNDS = 2000;

  /**
   * Where the outcomes of the rounds lie.
   *
   * @param low a twentieth lies at it or below
   * @param middle half does
   * @param high a twentieth lies at it or above
   */
  public record Range(double low, double middle, double high) {
    static Range of(double[] values) {
      Returns all = Returns.of(values);
      return new Range(all.quantile(0.05), all.quantile(0.5), all.quantile(0.95));
    }
  }

  /**
   * Of trades in their order.
   *
   * @param cash before the first; equity stays above 0
   */
  static MonteCarlo of(List<Trade> trades, double cash, long seed) {
    double[] shares = shares(trades, cash);
    RandomGenerator random = Chance.of(seed);
    double[] shuffledDrawdowns = new double[ROUNDS];
    double[] drawnReturns = new double[ROUNDS];
    double[] drawnDrawdowns = new double[ROUNDS];
    double[] order = shares.clone();
    double[] drawn = new double[shares.length];
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      shuffledDrawdowns[round] = Drawdowns.of(Returns.of(order)).maximum();
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = shares[random.nextInt(shares.length)];
      }
      Returns returns = Returns.of(drawn);
      drawnReturns[round] = returns.total();
      drawnDrawdowns[round] = Drawdowns.of(returns).maximum();
    }
    return new MonteCarlo(
        shares.length,
        ROUNDS,
        Range.of(shuffledDrawdowns),
        Range.of(drawnReturns),
        Range.of(drawnDrawdowns));
  }

  private static double[] shares(List<Trade> trades, double cash) {
    double[] shares = new double[trades.size()];
    double equity = cash;
    for (int i = 0; i < shares.length; i++) {
      double profit = trades.get(i).profit().toDouble();
      shares[i] = profit / equity;
      equity += profit;
    }
    return shares;
  }

  private static void shuffle(double[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }
}
