package io.palmyra.backtest.engine;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderAccepted;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.Outcome;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueOrderRequest;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.core.venue.VenueRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The engine of the simulated venue, fed with recorded quotes; what is sent to it takes a while.
 */
final class TickVenue implements PlayedVenue {
  private static final VenueId VENUE = new VenueId("BACKTEST");
  private static final long EPOCH = 1;
  private static final Duration RATES_FOR = Duration.ofDays(365);

  private final Matching matching;
  private final InstrumentDefined terms;
  private final Assumptions assumptions;
  private final Duration latency;
  private final Deque<Sent> onTheWay = new ArrayDeque<>();
  private final Map<ClientOrderId, SubmitOrder> orders = new LinkedHashMap<>();
  private Consumer<OrderEvent> told = _ -> {};

  /** A message to the venue: an order, or the cancel of one for a reason. */
  private record Sent(Instant arrives, ClientOrderId id, @Nullable String cancels) {}

  TickVenue(InstrumentDefined terms, Assumptions assumptions, Duration latency, Instant now) {
    this.terms = terms;
    this.assumptions = assumptions;
    this.latency = latency;
    this.matching =
        new Matching(
            new VenueRules(assumptions.cash(), assumptions.commission().share(), RATES_FOR));
    matching.define(terms);
    if (matching.logOn(Setup.ACCOUNT, EPOCH, now).isEmpty()) {
      throw new IllegalStateException("the venue lets nobody in");
    }
  }

  @Override
  public void tells(Consumer<OrderEvent> listener) {
    told = listener;
  }

  @Override
  public void submit(SubmitOrder order, Instant now) {
    orders.put(order.clientOrderId(), order);
    onTheWay.addLast(new Sent(now.plus(latency), order.clientOrderId(), null));
  }

  @Override
  public void cancel(ClientOrderId id, String reason, Instant now) {
    onTheWay.addLast(new Sent(now.plus(latency), id, reason));
  }

  @Override
  public void cancelAll(String reason, Instant now) {
    List.copyOf(orders.keySet()).forEach(id -> cancel(id, reason, now));
  }

  /** Moves time on: what arrives by then is taken up. */
  void until(Instant now) {
    while (!onTheWay.isEmpty() && !onTheWay.getFirst().arrives().isAfter(now)) {
      arrived(onTheWay.removeFirst());
    }
  }

  /** A quote: what works may fill. */
  void on(QuoteTick tick) {
    matching.onTick(tick, tick.time()).forEach(this::tell);
  }

  private void arrived(Sent sent) {
    SubmitOrder order = orders.get(sent.id());
    if (order == null) {
      return;
    }
    Outcome outcome =
        sent.cancels() == null
            ? matching.submit(Setup.ACCOUNT, EPOCH, request(order), sent.arrives())
            : matching.cancel(Setup.ACCOUNT, EPOCH, sent.id(), sent.cancels(), sent.arrives());
    if (outcome instanceof Outcome.Done done) {
      done.records().forEach(this::tell);
    }
  }

  private static VenueOrderRequest request(SubmitOrder order) {
    return new VenueOrderRequest(
        order.clientOrderId(),
        order.instrument(),
        order.side(),
        order.type(),
        order.quantity(),
        order.limitPrice(),
        order.stopPrice(),
        order.trailingOffset(),
        order.timeInForce(),
        order.reduceOnly());
  }

  private void tell(VenueRecord record) {
    InstrumentId instrument = terms.instrument();
    Instant at = record.at();
    switch (record.event()) {
      case VenueEvent.Accepted accepted ->
          told.accept(
              new OrderAccepted(
                  accepted.request().clientOrderId(),
                  Setup.ACCOUNT,
                  instrument,
                  at,
                  accepted.venueOrderId()));
      case VenueEvent.Refused refused -> {
        ClientOrderId id = refused.request().clientOrderId();
        orders.remove(id);
        told.accept(
            new OrderRejected(id, Setup.ACCOUNT, instrument, at, refused.code(), refused.detail()));
      }
      case VenueEvent.Executed executed -> told.accept(filled(executed, at));
      case VenueEvent.Canceled canceled -> {
        ClientOrderId id = canceled.clientOrderId();
        told.accept(
            new OrderCanceled(id, Setup.ACCOUNT, instrument, at, ended(id), canceled.reason()));
      }
      case VenueEvent.Expired expired -> {
        ClientOrderId id = expired.clientOrderId();
        told.accept(new OrderExpired(id, Setup.ACCOUNT, instrument, at, ended(id)));
      }
      case VenueEvent.Opened _,
          VenueEvent.LoggedOn _,
          VenueEvent.Busted _,
          VenueEvent.Replaced _,
          VenueEvent.StopMet _,
          VenueEvent.StopTrailed _ -> {
        // Nobody here acts on them.
      }
    }
  }

  /** How much of an order was filled that has ended otherwise. */
  private Quantity ended(ClientOrderId id) {
    orders.remove(id);
    return matching
        .books(Setup.ACCOUNT)
        .flatMap(books -> books.order(id))
        .orElseThrow()
        .cumulativeQuantity();
  }

  private OrderFilled filled(VenueEvent.Executed executed, Instant at) {
    SubmitOrder order = orders.get(executed.clientOrderId());
    if (order == null) {
      throw new IllegalStateException("a fill of an unknown order: " + executed);
    }
    if (executed.leavesQuantity().signum() == 0) {
      orders.remove(executed.clientOrderId());
    }
    return new OrderFilled(
        executed.clientOrderId(),
        Setup.ACCOUNT,
        executed.instrument(),
        at,
        executed.venueOrderId(),
        order.signalId(),
        order.source(),
        executed.side(),
        FillId.of(VENUE, Setup.ACCOUNT, executed.executionId()),
        executed.executionId(),
        executed.lastQuantity(),
        executed.lastPrice(),
        executed.cumulativeQuantity(),
        executed.leavesQuantity(),
        assumptions
            .commission()
            .of(
                executed.lastQuantity(),
                terms.value(executed.lastQuantity(), executed.lastPrice())),
        executed.liquidity(),
        at);
  }
}
