package io.palmyra.core.risk;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * A fill that stands in a position, kept so that the venue can take it back.
 *
 * @param fillId which
 * @param clientOrderId of which order
 * @param instrument what
 * @param source who proposed the order; null for fills from before it was kept
 * @param side of the order
 * @param quantity that stands; 0 after a bust
 */
public record AppliedFill(
    FillId fillId,
    ClientOrderId clientOrderId,
    InstrumentId instrument,
    @Nullable SignalSource source,
    Side side,
    Quantity quantity) {}
