package io.palmyra.core.risk;

import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal that was decided, so that its repeat does nothing.
 *
 * @param signalId which
 * @param decidedAt market time
 * @param sent who proposed it, if an order or a replacement was let go for it; else null
 * @param order what order it became, as text that only the same order has; null if it became none
 */
public record DecidedSignal(
    SignalId signalId, Instant decidedAt, @Nullable SignalSource sent, @Nullable String order) {}
