package io.palmyra.contracts.order;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Send this order, once.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param signalId what it came from
 * @param source who proposed it
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
 * @param authorisedByHalt key of the halt that lets this reduce-only order pass it, else null
 * @param parent the approved order whose child this is, null if it is nobody's child
 * @param approvedAt when risk decided, in wall time
 * @param maximumAge after which, since it was approved, it is not sent any more
 */
@WireName("submit-order")
public record SubmitOrder(
    ClientOrderId clientOrderId,
    AccountId account,
    SignalId signalId,
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
    @Nullable String authorisedByHalt,
    @Nullable ClientOrderId parent,
    Instant approvedAt,
    Duration maximumAge)
    implements OrderCommand {
  public SubmitOrder {
    if (!(quantity.signum() > 0)) {
      throw new IllegalArgumentException("quantity " + quantity + " is not above 0");
    }
    if (!((limitPrice != null) == (type == OrderType.LIMIT || type == OrderType.STOP_LIMIT))) {
      throw new IllegalArgumentException("limitPrice " + limitPrice + " does not fit type " + type);
    }
    if (!((stopPrice != null) == (type == OrderType.STOP || type == OrderType.STOP_LIMIT))) {
      throw new IllegalArgumentException("stopPrice " + stopPrice + " does not fit type " + type);
    }
    if ((trailingOffset != null) != (type == OrderType.TRAILING_STOP)
        || (trailingOffset != null && trailingOffset.signum() <= 0)) {
      throw new IllegalArgumentException(
          "trailingOffset " + trailingOffset + " does not fit type " + type);
    }
  }
}
