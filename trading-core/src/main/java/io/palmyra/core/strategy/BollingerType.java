package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import java.util.List;

/** Bands of standard deviations. */
final class BollingerType implements StrategyType {
  static final String PERIOD = "period";
  static final String WIDTH = "width";
  static final String MODE = "mode";
  static final String SQUEEZE = "squeezeBars";
  static final String REVERSION = "MEAN_REVERSION";
  static final String BREAKOUT = "SQUEEZE_BREAKOUT";

  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "bollinger",
          "Buys below and sells above Bollinger's bands until the average is reached; or goes with a"
              + " close beyond the bands after they were at their narrowest.",
          SharedParameters.ofBars(
              new ParameterSpec.Whole(PERIOD, "bars in the average", 2, 1000, 20),
              ParameterSpec.Decimal.of(WIDTH, "of a band in deviations", "0.1", "10", "2"),
              new ParameterSpec.Choice(
                  MODE, "what it enters on", List.of(REVERSION, BREAKOUT), REVERSION),
              new ParameterSpec.Whole(
                  SQUEEZE,
                  "bars of which the bands were narrowest in the bar before a breakout",
                  2,
                  1000,
                  100)),
          _ -> List.of(),
          false);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new BollingerStrategy(parameters, instrument);
  }
}
