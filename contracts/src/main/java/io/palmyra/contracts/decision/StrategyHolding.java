package io.palmyra.contracts.decision;

import io.palmyra.contracts.value.Quantity;

/**
 * What one strategy holds and has working.
 *
 * @param position in the order's instrument, signed
 * @param workingBuy there, 0 or more
 * @param workingSell there, 0 or more
 * @param elsewhere in other instruments
 */
public record StrategyHolding(
    Quantity position, Quantity workingBuy, Quantity workingSell, ValuesElsewhere elsewhere) {}
