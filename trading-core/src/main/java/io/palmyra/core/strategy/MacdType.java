package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import java.util.List;

/** Convergence and divergence of two averages. */
final class MacdType implements StrategyType {
  static final String FAST = "fast";
  static final String SLOW = "slow";
  static final String SIGNAL = "signal";
  static final String MODE = "mode";
  static final String LOOK_BACK = "lookBack";
  static final String CROSS = "CROSS";
  static final String DIVERGENCE = "DIVERGENCE";

  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "macd",
          "Goes with the histogram of MACD as it crosses zero, or against a new extreme of the price"
              + " that the histogram does not follow.",
          SharedParameters.ofBars(
              new ParameterSpec.Whole(FAST, "bars in the fast average", 1, 500, 12),
              new ParameterSpec.Whole(SLOW, "bars in the slow average", 2, 2000, 26),
              new ParameterSpec.Whole(SIGNAL, "bars in the signal", 1, 500, 9),
              new ParameterSpec.Choice(
                  MODE, "what it enters on", List.of(CROSS, DIVERGENCE), CROSS),
              new ParameterSpec.Whole(
                  LOOK_BACK, "bars of which a divergence has the extreme", 2, 500, 30)),
          CrossParameters::fastBelowSlow,
          false);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new MacdStrategy(parameters, instrument);
  }
}
