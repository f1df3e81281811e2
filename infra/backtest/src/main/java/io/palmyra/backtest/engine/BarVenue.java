package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.TradingHours;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderAccepted;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A venue that is played by bars. An order takes part from the bar after its acceptance on. */
final class BarVenue implements PlayedVenue {
  private static final VenueId VENUE = new VenueId("BACKTEST");

  private final InstrumentDefined terms;
  private final Assumptions assumptions;
  private final TradingHours hours;
  private Consumer<OrderEvent> told = _ -> {};
  private final List<Working> book = new ArrayList<>();
  private int orders;
  private int executions;

  BarVenue(InstrumentDefined terms, Assumptions assumptions) {
    this.terms = terms;
    this.assumptions = assumptions;
    this.hours = new TradingHours(terms.calendar());
  }

  @Override
  public void tells(Consumer<OrderEvent> listener) {
    told = listener;
  }

  /** Takes an order up, which meets the market at once. */
  void take(SubmitOrder order, Spread prices, Bars bars, int bar, Instant now) {
    meetsOpen(accept(order, now), prices, new VolumeBudget(bars, bar, assumptions, terms), now);
  }

  @Override
  public void submit(SubmitOrder order, Instant now) {
    var _ = accept(order, now);
  }

  private Working accept(SubmitOrder order, Instant now) {
    var working = new Working(order, now, "v" + ++orders);
    book.add(working);
    told.accept(
        new OrderAccepted(
            order.clientOrderId(),
            order.account(),
            order.instrument(),
            now,
            new VenueOrderId(working.venueName())));
    return working;
  }

  @Override
  public void cancelAll(String reason, Instant now) {
    List.copyOf(book).forEach(each -> canceled(each, reason, now));
  }

  @Override
  public void cancel(ClientOrderId id, String reason, Instant now) {
    book.stream()
        .filter(each -> each.order().clientOrderId().equals(id))
        .findFirst()
        .ifPresent(each -> canceled(each, reason, now));
  }

  boolean isIdle() {
    return book.isEmpty();
  }

  /** What the open of a bar does: market orders, and those beyond which it opens. */
  void open(Bars bars, int bar) {
    var prices = Spread.around(price(bars, bars.open(bar)), assumptions);
    Instant now = bars.openTime(bar);
    var budget = new VolumeBudget(bars, bar, assumptions, terms);
    for (Working each : List.copyOf(book)) {
      if (isOver(each, now)) {
        expired(each, now);
      } else {
        meetsOpen(each, prices, budget, now);
      }
    }
  }

  /** An order of a day ends with its session; where there are none, with its day. */
  private boolean isOver(Working each, Instant now) {
    if (each.order().timeInForce() != TimeInForce.DAY) {
      return false;
    }
    return hours.always()
        ? !day(each.accepted()).equals(day(now))
        : hours.endOf(each.accepted()).map(end -> !end.isAfter(now)).orElse(true);
  }

  private static LocalDate day(Instant time) {
    return time.atZone(java.time.ZoneOffset.UTC).toLocalDate();
  }

  private void meetsOpen(Working each, Spread prices, VolumeBudget budget, Instant now) {
    Price touch = prices.touch(each.buys());
    if (each.waits() && reaches(each, touch, each.stop())) {
      each.trigger();
    }
    if (!each.waits()) {
      Price limit = each.limit();
      if (limit == null) {
        fill(each, worse(touch, each, budget), budget, Liquidity.TAKER, now);
      } else if (within(each, touch, limit)) {
        fill(each, touch, budget, Liquidity.TAKER, now);
      }
      endsUnlessItWaits(each, now);
    }
  }

  private void endsUnlessItWaits(Working each, Instant now) {
    TimeInForce life = each.order().timeInForce();
    boolean immediate = life == TimeInForce.IOC || life == TimeInForce.FOK;
    if (immediate && each.left().signum() != 0) {
      canceled(each, life + " not filled whole", now);
    }
  }

  /** What the rest of a bar does, stops first; told at its close, since when is not known. */
  void rest(Bars bars, int bar) {
    var high = Spread.around(price(bars, bars.high(bar)), assumptions);
    var low = Spread.around(price(bars, bars.low(bar)), assumptions);
    Instant now = bars.closeTime(bar);
    var budget = new VolumeBudget(bars, bar, assumptions, terms);
    List<Working> restBefore = book.stream().filter(each -> !each.waits()).toList();
    for (Working each : List.copyOf(book)) {
      Price stop = each.stop();
      if (each.waits() && stop != null && reaches(each, far(each, low, high), stop)) {
        each.trigger();
        if (each.limit() == null) {
          fill(each, worse(stop, each, budget), budget, Liquidity.TAKER, now);
        }
      }
    }
    for (Working each : restBefore) {
      Price limit = each.limit();
      if (limit != null
          && each.left().signum() != 0
          && through(each, near(each, low, high), limit)) {
        fill(each, limit, budget, Liquidity.MAKER, now);
      }
    }
    book.forEach(each -> each.trail(low.ask(), high.bid()));
    if (!hours.always()) {
      List.copyOf(book).stream().filter(each -> isOver(each, now)).forEach(e -> expired(e, now));
    }
  }

  /** Where a bar is worst for who waits with a stop. */
  private static Price far(Working each, Spread low, Spread high) {
    return each.buys() ? high.ask() : low.bid();
  }

  /** Where a bar is best for who waits with a limit. */
  private static Price near(Working each, Spread low, Spread high) {
    return each.buys() ? low.ask() : high.bid();
  }

  private static boolean reaches(Working each, Price price, @Nullable Price stop) {
    return stop != null && (each.buys() ? price.compareTo(stop) >= 0 : price.compareTo(stop) <= 0);
  }

  private static boolean within(Working each, Price price, Price limit) {
    return each.buys() ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
  }

  private static boolean through(Working each, Price price, Price limit) {
    return each.buys() ? price.compareTo(limit) < 0 : price.compareTo(limit) > 0;
  }

  private Price worse(Price price, Working each, VolumeBudget budget) {
    Price by = assumptions.slippage().of(budget.bars(), budget.bar(), budget.of(each), terms);
    return each.buys() ? price.plus(by) : price.minus(by);
  }

  private Price price(Bars bars, long units) {
    return new Price(units, bars.priceScale()).atScale(terms.priceScale());
  }

  private void fill(
      Working each, Price price, VolumeBudget budget, Liquidity liquidity, Instant now) {
    Quantity wanted = each.left();
    Quantity quantity = budget.of(each);
    boolean all = quantity.compareTo(wanted) == 0;
    if (quantity.signum() == 0 || (!all && each.order().timeInForce() == TimeInForce.FOK)) {
      return;
    }
    each.fill(quantity, budget.bar());
    if (all) {
      book.remove(each);
    }
    SubmitOrder order = each.order();
    var execution = new ExecutionId("e" + ++executions);
    Money value = terms.value(quantity, price);
    told.accept(
        new OrderFilled(
            order.clientOrderId(),
            order.account(),
            order.instrument(),
            now,
            new VenueOrderId(each.venueName()),
            order.signalId(),
            order.source(),
            order.side(),
            FillId.of(VENUE, order.account(), execution),
            execution,
            quantity,
            price.atScale(terms.priceScale()),
            each.filled(),
            each.left(),
            assumptions.commission().of(quantity, value),
            liquidity,
            now));
  }

  private void canceled(Working each, String reason, Instant now) {
    book.remove(each);
    SubmitOrder order = each.order();
    told.accept(
        new OrderCanceled(
            order.clientOrderId(),
            order.account(),
            order.instrument(),
            now,
            each.filled(),
            reason));
  }

  private void expired(Working each, Instant now) {
    book.remove(each);
    SubmitOrder order = each.order();
    told.accept(
        new OrderExpired(
            order.clientOrderId(), order.account(), order.instrument(), now, each.filled()));
  }
}
