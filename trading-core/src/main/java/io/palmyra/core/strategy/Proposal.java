package io.palmyra.core.strategy;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/** What a strategy wants done. The runner makes a signal of it, risk decides. */
public sealed interface Proposal {
  /** What it is about. */
  InstrumentId instrument();

  /**
   * Open a position; risk sizes it.
   *
   * @param instrument what
   * @param side BUY to go long, SELL to go short
   * @param strength conviction, above 0, at most 1
   * @param stopDistance from the entry to where the idea is wrong, in price; rounded up to a tick
   */
  record Entry(InstrumentId instrument, Side side, double strength, double stopDistance)
      implements Proposal {}

  /**
   * Close the position.
   *
   * @param instrument what
   * @param reason stable code, such as CROSS
   */
  record Exit(InstrumentId instrument, String reason) implements Proposal {}

  /**
   * Exactly this order.
   *
   * @param instrument what
   * @param side of the order
   * @param type how it meets the market
   * @param quantity above 0
   * @param limitPrice of LIMIT and STOP_LIMIT, else null
   * @param stopPrice of STOP and STOP_LIMIT, else null
   * @param trailingOffset of TRAILING_STOP, else null
   * @param timeInForce how long it works
   * @param reduceOnly whether it may only reduce a position
   */
  record ExactOrder(
      InstrumentId instrument,
      Side side,
      OrderType type,
      Quantity quantity,
      @Nullable Price limitPrice,
      @Nullable Price stopPrice,
      @Nullable Price trailingOffset,
      TimeInForce timeInForce,
      boolean reduceOnly)
      implements Proposal {}

  /**
   * Cancel a working order.
   *
   * @param instrument of the order
   * @param clientOrderId which
   */
  record Cancel(InstrumentId instrument, ClientOrderId clientOrderId) implements Proposal {}
}
