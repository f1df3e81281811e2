package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.indicator.Ema;

/** Cross of two exponential moving averages. */
final class EmaCrossType implements StrategyType {
  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "ema-cross",
          "Goes with the cross of a fast and a slow exponential moving average of closes.",
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
        parameters,
        instrument,
        Ema::new,
        SharedParameters.EMA_MEMORY * (parameters.whole(CrossParameters.SLOW) + 1));
  }
}
