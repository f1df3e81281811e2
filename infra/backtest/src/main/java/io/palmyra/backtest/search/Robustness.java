package io.palmyra.backtest.search;

import java.util.Optional;

/**
 * How far the best of a search can be trusted.
 *
 * @param neighbours of it, empty if it stands alone
 * @param deflatedSharpe of it among all trials
 * @param monteCarlo of its trades, empty below two
 */
public record Robustness(
    Optional<Neighbours> neighbours,
    DeflatedSharpe deflatedSharpe,
    Optional<MonteCarlo> monteCarlo) {

  /** Runs the best once more and looks at it. */
  static Robustness of(Found found, Outcome best, Ground ground, long seed) {
    Played played = Played.of(ground, ground.parameters(best.trial()));
    if (!played.result().hash().equals(best.hash())) {
      throw new IllegalStateException(
          "trial "
              + best.trial().number()
              + " gave "
              + best.hash()
              + " before, now "
              + played.result().hash());
    }
    var trades = played.result().trades();
    double cash = ground.assumptions().cash().toDouble();
    return new Robustness(
        found.neighbours(),
        DeflatedSharpe.of(played.performance(), found.outcomes()),
        trades.size() < 2 ? Optional.empty() : Optional.of(MonteCarlo.of(trades, cash, seed)));
  }
}
