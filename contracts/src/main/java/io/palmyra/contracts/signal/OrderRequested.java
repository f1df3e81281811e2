package io.palmyra.contracts.signal;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exact order, which risk accepts or denies and never resizes.
 *
 * @param signalId derived from what caused it
 * @param account for which
 * @param source who proposes
 * @param instrument what
 * @param side of the order
 * @param type how it meets the market
 * @param quantity above 0
 * @param limitPrice of LIMIT and STOP_LIMIT, else null
 * @param stopPrice of STOP and STOP_LIMIT, else null
 * @param trailingOffset of TRAILING_STOP, else null: how far the stop stays behind the best price
 *     since the order works, above 0
 * @param timeInForce how long it works
 * @param reduceOnly whether it may only reduce a position
 * @param algorithm how to work it off in children, null to send it as it is
 * @param bracket exits that protect what it fills, null for none
 * @param validUntil after which risk denies it as EXPIRED
 * @param inputs all that the proposer had seen; empty for people
 */
@WireName("order-requested")
public record OrderRequested(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    Side side,
    OrderType type,
    Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    @Nullable Price trailingOffset,
    TimeInForce timeInForce,
    boolean reduceOnly,
    @Nullable ExecutionAlgorithm algorithm,
    @Nullable Bracket bracket,
    Instant validUntil,
    List<InputOffset> inputs)
    implements Signal {
  public OrderRequested {
    inputs = List.copyOf(inputs);
  }
}
