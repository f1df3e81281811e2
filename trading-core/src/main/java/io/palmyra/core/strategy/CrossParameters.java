package io.palmyra.core.strategy;

import java.util.List;

/** What crosses of two averages take. */
final class CrossParameters {
  static final String FAST = "fast";
  static final String SLOW = "slow";
  static final String ENTER_AT_START = "enterAtStart";

  static final List<ParameterSpec> ALL =
      List.of(
          new ParameterSpec.Whole(FAST, "bars in the fast average", 1, 500, 10),
          new ParameterSpec.Whole(SLOW, "bars in the slow average", 2, 2000, 30),
          SharedParameters.BAR_INTERVAL,
          SharedParameters.ALLOWED_DIRECTION,
          SharedParameters.ATR_BARS,
          SharedParameters.STOP_DISTANCE,
          new ParameterSpec.Flag(
              ENTER_AT_START, "whether the side found at the start counts as a cross", false));

  private CrossParameters() {}

  static List<Refusal> fastBelowSlow(Parameters parameters) {
    int fast = parameters.whole(FAST);
    int slow = parameters.whole(SLOW);
    return fast < slow
        ? List.of()
        : List.of(new Refusal(FAST, Integer.toString(fast), "below slow, which is " + slow));
  }
}
