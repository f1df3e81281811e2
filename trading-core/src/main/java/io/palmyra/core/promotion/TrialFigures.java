package io.palmyra.core.promotion;

/**
 * What a finished trial came to. Figures that are not defined are NaN, and pass no gate.
 *
 * @param trades closed, from 0
 * @param sharpe annual ratio
 * @param maxDrawdown largest fall from a peak as a share of it, 0 or more: above 1 where more was
 *     lost than there was
 */
public record TrialFigures(int trades, double sharpe, double maxDrawdown) {
  public TrialFigures {
    if (trades < 0) {
      throw new IllegalArgumentException("trades is " + trades + ", must be 0 or more");
    }
    if (maxDrawdown < 0) {
      throw new IllegalArgumentException("maxDrawdown is " + maxDrawdown + ", must be 0 or more");
    }
  }
}
