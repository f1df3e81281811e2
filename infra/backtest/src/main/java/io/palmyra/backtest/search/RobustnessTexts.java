package io.palmyra.backtest.search;

import java.util.LinkedHashMap;
import java.util.Map;

/** Robustness as people read it. */
final class RobustnessTexts {
  private RobustnessTexts() {}

  static Map<String, String> of(Robustness robustness) {
    var texts = new LinkedHashMap<String, String>();
    robustness.neighbours().ifPresentOrElse(near -> add(texts, near), () -> alone(texts));
    add(texts, robustness.deflatedSharpe());
    robustness
        .monteCarlo()
        .ifPresentOrElse(
            chance -> add(texts, chance), () -> texts.put("trades in other orders", "too few"));
    return texts;
  }

  private static void alone(Map<String, String> texts) {
    texts.put("neighbours", "none: nothing else was to be tried");
  }

  private static void add(Map<String, String> texts, Neighbours near) {
    texts.put("neighbours", near.count() + ", of which " + near.undefined() + " do not count");
    texts.put("their mean objective", with(near.mean(), near.meanShare()));
    texts.put("their worst objective", with(near.worst(), near.worstShare()));
  }

  private static String with(double objective, double share) {
    String text = FigureTexts.number(objective);
    return Double.isNaN(share) ? text : text + ", " + FigureTexts.percent(share) + " of the best's";
  }

  private static void add(Map<String, String> texts, DeflatedSharpe deflated) {
    texts.put("Sharpe of the best", FigureTexts.number(deflated.sharpe()));
    texts.put(
        "that of the best by luck",
        "%s, of %d trials without merit"
            .formatted(FigureTexts.number(deflated.expectedOfBest()), deflated.trials()));
    texts.put(
        "probability of more than luck",
        FigureTexts.percent(deflated.probability()) + " (deflated Sharpe ratio)");
  }

  private static void add(Map<String, String> texts, MonteCarlo chance) {
    String ways = ", 5 / 50 / 95 % of " + chance.rounds();
    texts.put("drawdown, trades shuffled", range(chance.shuffledDrawdown()) + ways);
    texts.put("return, trades drawn", range(chance.drawnReturn()) + ways);
    texts.put("drawdown, trades drawn", range(chance.drawnDrawdown()) + ways);
  }

  private static String range(MonteCarlo.Range range) {
    return "%s / %s / %s"
        .formatted(
            FigureTexts.percent(range.low()),
            FigureTexts.percent(range.middle()),
            FigureTexts.percent(range.high()));
  }
}
