package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.indicator.Sma;

/** Cross of two simple moving averages. */
final class SmaCrossType implements StrategyType {
  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "sma-cross",
          "Goes with the cross of a fast and a slow simple moving average of closes.",
          CrossParameters.ALL,
          CrossParameters::fastBelowSlow,
          false);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new AverageCross(
        parameters, instrument, Sma::new, parameters.whole(CrossParameters.SLOW) + 1);
  }
}
