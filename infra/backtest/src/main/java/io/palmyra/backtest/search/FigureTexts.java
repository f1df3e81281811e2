package io.palmyra.backtest.search;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures as people read them. */
public final class FigureTexts {
  private static final int PERCENT = 100;

  private FigureTexts() {}

  /** All of a trial, by their names. */
  public static Map<String, String> of(Metrics metrics) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("trades", "" + metrics.trades());
    texts.put("profit", money(metrics.profit()));
    texts.put("return", percent(metrics.totalReturn()));
    texts.put("annual return", percent(metrics.annualReturn()));
    texts.put("Sharpe", number(metrics.sharpe()));
    texts.put("Sortino", number(metrics.sortino()));
    texts.put("Calmar", number(metrics.calmar()));
    texts.put("greatest drawdown", percent(metrics.maximumDrawdown()));
    texts.put("profit factor", number(metrics.profitFactor()));
    texts.put("won", percent(metrics.winRate()));
    return texts;
  }

  /** An amount to two decimals. */
  public static String money(String amount) {
    return String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount));
  }

  /** With as many digits as people compare. */
  public static String number(double figure) {
    if (!Double.isFinite(figure)) {
      return Double.isNaN(figure) ? "not defined" : "infinite";
    }
    return Math.abs(figure) < 1000
        ? String.format(Locale.ROOT, "%.3f", figure)
        : String.format(Locale.ROOT, "%,.0f", figure);
  }

  /** A share. */
  public static String percent(double share) {
    return Double.isFinite(share)
        ? String.format(Locale.ROOT, "%.1f %%", share * PERCENT)
        : number(share);
  }
}
