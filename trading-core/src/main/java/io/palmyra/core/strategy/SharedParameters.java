package io.palmyra.core.strategy;

import java.util.ArrayList;
import java.util.List;

/** Parameters that several strategies have, under one name and meaning. */
final class SharedParameters {
  static final String INTERVAL = "interval";
  static final String DIRECTION = "direction";
  static final String ATR_PERIOD = "atrPeriod";
  static final String STOP_ATRS = "stopAtrs";

  /**
   * Periods after which Wilder's averages have forgotten to within a double: (1 −
   * 1/n)<sup>40n</sup> is below 2<sup>−53</sup>.
   */
  static final int WILDER_MEMORY = 40;

  /**
   * Half periods after which an exponential average has forgotten to within a double: (1 − 2/(n +
   * 1))<sup>20(n + 1)</sup> is below 2<sup>−53</sup>.
   */
  static final int EMA_MEMORY = 20;

  static final String OVERSOLD = "oversold";
  static final String OVERBOUGHT = "overbought";

  static final ParameterSpec BAR_INTERVAL =
      new ParameterSpec.Choice(
          INTERVAL,
          "length of the bars it looks at",
          List.of("PT1S", "PT1M", "PT5M", "PT1H", "P1D"),
          "PT1M");

  static final ParameterSpec ALLOWED_DIRECTION =
      new ParameterSpec.Choice(
          DIRECTION, "positions it may open", List.of("LONG", "SHORT", "BOTH"), "BOTH");

  static final ParameterSpec ATR_BARS =
      new ParameterSpec.Whole(ATR_PERIOD, "bars in the average true range", 1, 500, 14);

  static final ParameterSpec STOP_DISTANCE =
      ParameterSpec.Decimal.of(
          STOP_ATRS, "distance of the stop in average true ranges", "0.1", "100", "2");

  private SharedParameters() {}

  /** Parameters of a strategy's own, and those of all that look at bars and enter with a stop. */
  static List<ParameterSpec> ofBars(ParameterSpec... own) {
    var all = new ArrayList<>(List.of(own));
    all.addAll(List.of(BAR_INTERVAL, ALLOWED_DIRECTION, ATR_BARS, STOP_DISTANCE));
    return List.copyOf(all);
  }

  static ParameterSpec oversold(String usual) {
    return ParameterSpec.Decimal.of(
        OVERSOLD, "at or below it the index is oversold", "1", "50", usual);
  }

  static ParameterSpec overbought(String usual) {
    return ParameterSpec.Decimal.of(
        OVERBOUGHT, "at or above it the index is overbought", "50", "99", usual);
  }

  static List<Refusal> oversoldBelowOverbought(Parameters parameters) {
    double overbought = parameters.decimal(OVERBOUGHT);
    return parameters.decimal(OVERSOLD) < overbought
        ? List.of()
        : List.of(
            new Refusal(
                OVERSOLD,
                parameters.texts().getOrDefault(OVERSOLD, ""),
                "below overbought, which is " + overbought));
  }
}
