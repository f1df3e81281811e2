package io.palmyra.backtest.engine;

import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order at the venue's model. */
final class Working {
  private final SubmitOrder order;
  private final Instant accepted;
  private final String venueName;
  private Quantity filled = Quantity.ZERO;
  private Quantity inLastBar = Quantity.ZERO;
  private int lastBar = -1;
  private @Nullable Price stop;
  private boolean triggered;

  Working(SubmitOrder order, Instant accepted, String venueName) {
    this.order = order;
    this.accepted = accepted;
    this.venueName = venueName;
    this.stop = order.stopPrice();
  }

  SubmitOrder order() {
    return order;
  }

  Instant accepted() {
    return accepted;
  }

  String venueName() {
    return venueName;
  }

  boolean buys() {
    return order.side().sign() > 0;
  }

  Quantity left() {
    return order.quantity().minus(filled);
  }

  Quantity filled() {
    return filled;
  }

  void fill(Quantity quantity, int bar) {
    inLastBar = filledIn(bar).plus(quantity);
    lastBar = bar;
    filled = filled.plus(quantity);
  }

  Quantity filledIn(int bar) {
    return bar == lastBar ? inLastBar : Quantity.ZERO;
  }

  /** Whether it waits for its stop. */
  boolean waits() {
    return !triggered && order.type() != OrderType.MARKET && order.type() != OrderType.LIMIT;
  }

  void trigger() {
    triggered = true;
  }

  /** The price of its stop, null while it has none. */
  @Nullable Price stop() {
    return stop;
  }

  /** Keeps a trailing stop behind the best price of a bar. */
  void trail(Price low, Price high) {
    Price offset = order.trailingOffset();
    if (offset == null || triggered) {
      return;
    }
    Price now = buys() ? low.plus(offset) : high.minus(offset);
    boolean nearer = stop == null || (buys() ? now.compareTo(stop) < 0 : now.compareTo(stop) > 0);
    stop = nearer ? now : stop;
  }

  /** The limit that it has by now, null if it takes what the market gives. */
  @Nullable Price limit() {
    return order.limitPrice();
  }
}
