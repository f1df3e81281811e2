package io.palmyra.contracts.portfolio;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A position in one instrument.
 *
 * @param instrument what
 * @param quantity signed
 * @param averagePrice paid or taken for what is open
 * @param mark last mid, null if none is known
 * @param realizedPnl in the instrument's quote currency, fees apart
 * @param unrealizedPnl in the instrument's quote currency, null without a mark
 * @param fees paid so far, in the fee's currency
 */
public record PositionLine(
    InstrumentId instrument,
    Quantity quantity,
    Price averagePrice,
    @Nullable Price mark,
    Money realizedPnl,
    @Nullable Money unrealizedPnl,
    Money fees) {}
