package io.palmyra.backtest.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a search makes as great as can be. */
public enum Objective {
  /** Annual Sharpe ratio. */
  SHARPE(Metrics::sharpe),
  /** Annual Sortino ratio. */
  SORTINO(Metrics::sortino),
  /** Annual return per greatest drawdown. */
  CALMAR(Metrics::calmar),
  /** Profit in money. */
  PROFIT(metrics -> Double.parseDouble(metrics.profit())),
  /** What was won in relation to what was lost. */
  PROFIT_FACTOR(Metrics::profitFactor),
  /** Share of trades that won. */
  WIN_RATE(Metrics::winRate),
  /** Greatest drawdown, of which the least is best: its negative is what is made great. */
  DRAWDOWN(metrics -> -metrics.maximumDrawdown());

  private final ToDoubleFunction<Metrics> figure;

  Objective(ToDoubleFunction<Metrics> figure) {
    this.figure = figure;
  }

  double of(Metrics metrics) {
    return figure.applyAsDouble(metrics);
  }

  /** As people write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The one that a text names.
   *
   * @throws IllegalArgumentException with all that there are if there is none
   */
  public static Objective named(String text) {
    return Arrays.stream(values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Arrays.stream(values())
                        .map(Objective::text)
                        .collect(Collectors.joining(", "))));
  }
}
