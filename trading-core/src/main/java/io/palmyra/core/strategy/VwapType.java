package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import java.util.List;

/** The session's average price by volume. */
final class VwapType implements StrategyType {
  static final String MODE = "mode";
  static final String DISTANCE = "distanceAtrs";
  static final String REVERSION = "REVERSION";
  static final String TREND = "TREND";

  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "vwap",
          "Buys below and sells above the volume-weighted average price of the day, until that is"
              + " reached; or goes with closes that cross it. Needs bars with volume.",
          SharedParameters.ofBars(
              new ParameterSpec.Choice(
                  MODE, "what it enters on", List.of(REVERSION, TREND), REVERSION),
              ParameterSpec.Decimal.of(
                  DISTANCE,
                  "by reversion: how far away it enters, in average true ranges",
                  "0.1",
                  "100",
                  "2")),
          _ -> List.of(),
          false);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new VwapStrategy(parameters, instrument);
  }
}
