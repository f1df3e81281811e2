package io.palmyra.core.strategy;

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
}
