package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;

/** The flow of money. */
final class MfiType implements StrategyType {
  static final String PERIOD = "period";

  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "mfi",
          "Buys as the money flow index comes back from oversold, sells as it comes back from"
              + " overbought, until the other side is reached. Needs bars with volume.",
          SharedParameters.ofBars(
              new ParameterSpec.Whole(PERIOD, "bars in the money flow index", 2, 500, 14),
              SharedParameters.oversold("20"),
              SharedParameters.overbought("80")),
          SharedParameters::oversoldBelowOverbought,
          false);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new MfiStrategy(parameters, instrument);
  }
}
