package io.palmyra.core.promotion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trial has to come to.
 *
 * @param leastTrades from 1
 * @param leastSharpe annual ratio
 * @param largestDrawdown share of the peak, 0 to 1
 */
public record TrialRules(int leastTrades, double leastSharpe, double largestDrawdown) {
  public TrialRules {
    if (leastTrades < 1) {
      throw new IllegalArgumentException("leastTrades is " + leastTrades + ", must be 1 or more");
    }
    if (!Double.isFinite(leastSharpe)) {
      throw new IllegalArgumentException("leastSharpe is " + leastSharpe + ", must be finite");
    }
    if (!(largestDrawdown >= 0 && largestDrawdown <= 1)) {
      throw new IllegalArgumentException(
          "largestDrawdown is " + largestDrawdown + ", must be 0 to 1");
    }
  }

  /** Demands that the figures do not meet; null figures are a trial that is not there. */
  List<Lack> lacks(Stage stage, @Nullable TrialFigures figures) {
    if (figures == null) {
      return List.of(new Lack(stage, "evidence", "none", "recorded"));
    }
    List<Lack> lacks = new ArrayList<>();
    if (figures.trades() < leastTrades) {
      lacks.add(
          new Lack(stage, "trades", Integer.toString(figures.trades()), "at least " + leastTrades));
    }
    // Negated, so that NaN is a lack.
    if (!(figures.sharpe() >= leastSharpe)) {
      lacks.add(
          new Lack(stage, "sharpe", Double.toString(figures.sharpe()), "at least " + leastSharpe));
    }
    if (!(figures.maxDrawdown() <= largestDrawdown)) {
      lacks.add(
          new Lack(
              stage,
              "maxDrawdown",
              Double.toString(figures.maxDrawdown()),
              "at most " + largestDrawdown));
    }
    return lacks;
  }
}
