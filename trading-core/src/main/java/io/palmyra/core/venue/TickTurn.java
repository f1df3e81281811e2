package io.palmyra.core.venue;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One tick being worked off: what of its sizes is left. */
final class TickTurn {
  private final QuoteTick tick;
  private final InstrumentDefined instrument;
  private @Nullable Quantity askLeft;
  private @Nullable Quantity bidLeft;

  TickTurn(QuoteTick tick, InstrumentDefined instrument) {
    this.tick = tick;
    this.instrument = instrument;
    this.askLeft = tick.askSize().signum() > 0 ? tick.askSize() : null;
    this.bidLeft = tick.bidSize().signum() > 0 ? tick.bidSize() : null;
  }

  InstrumentDefined instrument() {
    return instrument;
  }

  /** Whether the day or session in which an order came is over. */
  boolean dayEnded(Instant received) {
    ZoneId zone = instrument.calendar().zone();
    boolean otherDay =
        LocalDate.ofInstant(tick.time(), zone).isAfter(LocalDate.ofInstant(received, zone));
    return instrument.calendar().sessions().isEmpty()
        ? otherDay
        : !instrument.calendar().isOpen(tick.time());
  }

  /** Whether the market has reached the stop price. */
  boolean meetsStop(VenueOrderRequest request) {
    Price stop = request.stopPrice();
    return stop != null
        && (request.side() == Side.BUY
            ? tick.ask().compareTo(stop) >= 0
            : tick.bid().compareTo(stop) <= 0);
  }

  /** How much of an order this tick can fill, a whole number of lots. */
  Quantity fillable(VenueOrder order, Quantity position) {
    VenueOrderRequest request = order.request();
    if (!priceFits(request)) {
      return Quantity.ZERO;
    }
    Quantity wanted = order.leavesQuantity();
    if (request.reduceOnly()) {
      wanted =
          position.signum() == -request.side().sign() ? wanted.min(position.abs()) : Quantity.ZERO;
    }
    Quantity there = request.side() == Side.BUY ? askLeft : bidLeft;
    Quantity most = there == null ? wanted : wanted.min(there);
    Quantity lots =
        most.compareTo(wanted) == 0 ? wanted : most.floorToMultipleOf(instrument.lotSize());
    boolean whole = lots.compareTo(order.leavesQuantity()) >= 0;
    return request.timeInForce() == TimeInForce.FOK && !whole ? Quantity.ZERO : lots;
  }

  /** Takes a quantity off this tick; returns its price. */
  Price take(Side side, Quantity quantity) {
    if (side == Side.BUY) {
      askLeft = askLeft == null ? null : askLeft.minus(quantity);
      return tick.ask();
    }
    bidLeft = bidLeft == null ? null : bidLeft.minus(quantity);
    return tick.bid();
  }

  private boolean priceFits(VenueOrderRequest request) {
    if (request.type() == OrderType.MARKET || request.type() == OrderType.STOP) {
      return true;
    }
    Price limit = request.limitPrice();
    return limit != null
        && (request.side() == Side.BUY
            ? tick.ask().compareTo(limit) <= 0
            : tick.bid().compareTo(limit) >= 0);
  }
}
