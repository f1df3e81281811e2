package io.palmyra.userstrategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;

/**
 * A type of a jar, asked once what it is.
 *
 * @param descriptor as it was when the jar was loaded
 * @param type which makes the instances
 */
record DescribedType(StrategyDescriptor descriptor, StrategyType type) implements StrategyType {
  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return type.create(parameters, instrument);
  }
}
