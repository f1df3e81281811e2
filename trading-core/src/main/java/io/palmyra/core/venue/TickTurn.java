package io.palmyra.core.venue;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
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

  /** Whether the day or session in which an order came is over. */
  boolean dayEnded(Instant received) {
    ZoneId zone = instrument.calendar().zone();
    boolean otherDay =
        LocalDate.ofInstant(tick.time(), zone).isAfter(LocalDate.ofInstant(received, zone));
    return instrument.calendar().sessions().isEmpty()
        ? otherDay
        : !instrument.calendar().isOpen(tick.time());
  }

  /** Where a trailing stop follows the market to; empty if it stays. */
  Optional<Price> trailed(VenueOrder order) {
    Price offset = order.request().trailingOffset();
    if (offset == null) {
      return Optional.empty();
    }
    boolean buys = order.request().side() == Side.BUY;
    Price there = buys ? tick.ask().plus(offset) : tick.bid().minus(offset);
    Price stop = order.stop();
    boolean better = stop == null || (buys ? there.compareTo(stop) < 0 : there.compareTo(stop) > 0);
    return better ? Optional.of(there) : Optional.empty();
  }

  /** Whether the market has reached the stop price. */
  boolean meetsStop(VenueOrder order) {
    Price stop = order.stop();
    return stop != null
        && (order.request().side() == Side.BUY
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

  /** Fills an order in part or whole, which takes the quantity off this tick. */
  VenueEvent.Executed fill(
      VenueBooks own, VenueOrder order, Quantity quantity, boolean rested, Quantity commission) {
    Side side = order.request().side();
    Price price = take(side, quantity);
    Contract contract = Contract.of(instrument);
    return new VenueEvent.Executed(
        order.request().clientOrderId(),
        order.venueOrderId(),
        new ExecutionId("E" + own.account() + "-" + (own.sequence() + 1)),
        order.request().instrument(),
        side,
        quantity,
        price,
        order.cumulativeQuantity().plus(quantity),
        order.leavesQuantity().minus(quantity),
        contract.value(quantity, price).abs().times(commission),
        rested ? Liquidity.MAKER : Liquidity.TAKER,
        contract);
  }

  /** Takes a quantity off this tick; returns its price. */
  private Price take(Side side, Quantity quantity) {
    if (side == Side.BUY) {
      askLeft = askLeft == null ? null : askLeft.minus(quantity);
      return tick.ask();
    }
    bidLeft = bidLeft == null ? null : bidLeft.minus(quantity);
    return tick.bid();
  }

  private boolean priceFits(VenueOrderRequest request) {
    return switch (request.type()) {
      case MARKET, STOP, TRAILING_STOP -> true;
      case LIMIT, STOP_LIMIT -> meetsLimit(request);
    };
  }

  private boolean meetsLimit(VenueOrderRequest request) {
    Price limit = request.limitPrice();
    return limit != null
        && (request.side() == Side.BUY
            ? tick.ask().compareTo(limit) <= 0
            : tick.bid().compareTo(limit) >= 0);
  }
}
