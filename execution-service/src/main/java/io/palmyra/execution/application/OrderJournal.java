package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.IllegalOrderEvent;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderPendingCancel;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.execution.DenyCode;
import io.palmyra.core.execution.LifeEvent;
import io.palmyra.core.execution.OrderLife;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.execution.Progress;
import io.palmyra.core.execution.Transition;
import io.palmyra.platform.lane.LaneTransaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves orders through their lives: every change of state goes through {@link #advance}, which
 * publishes the fact and gathers the row. Used by the lane's thread only.
 */
final class OrderJournal {
  private static final Logger LOG = LoggerFactory.getLogger(OrderJournal.class);

  private final AccountIdentity identity;
  private final OrderMemory memory;
  private final Clocks clocks;

  OrderJournal(AccountIdentity identity, OrderMemory memory, Clocks clocks) {
    this.identity = identity;
    this.memory = memory;
    this.clocks = clocks;
  }

  /** Takes a new order in, durable as PENDING; false if it is known already. */
  boolean admit(SubmitOrder command, LaneTransaction tx) {
    if (memory.knows(command.clientOrderId())) {
      LOG.info("order repeated order={} account={}", command.clientOrderId(), identity.account());
      return false;
    }
    Instant now = clocks.instant();
    memory.insert(
        new Order(
            command,
            new OrderState.Pending(Progress.of(command.quantity())),
            null,
            now,
            clocks.nanos(),
            ""));
    publish(tx, OrderFacts.pending(command, now), now);
    Optional<String> canceled = memory.canceledBefore(command.clientOrderId());
    canceled.ifPresent(why -> denied(command.clientOrderId(), DenyCode.CANCELED_BEFORE, why, tx));
    return canceled.isEmpty();
  }

  void denied(ClientOrderId id, DenyCode code, String detail, LaneTransaction tx) {
    advance(id, new LifeEvent.DeniedByUs(), tx, (order, at) -> denial(order, code, detail, at));
  }

  /**
   * Notes that an order was handed over.
   *
   * @param at when
   */
  void sent(ClientOrderId id, long epoch, Instant at, LaneTransaction tx) {
    advance(
        id,
        new LifeEvent.Sent(),
        tx,
        (order, _) ->
            new OrderSubmitted(id, identity.account(), order.command().instrument(), at, epoch));
  }

  void cancelSent(ClientOrderId id, String reason, LaneTransaction tx) {
    advance(
        id,
        new LifeEvent.CancelSent(),
        tx,
        (order, at) ->
            new OrderPendingCancel(
                id, identity.account(), order.command().instrument(), at, reason));
  }

  void replaceSent(ClientOrderId id, LaneTransaction tx) {
    advance(id, new LifeEvent.ReplaceSent(), tx, (order, at) -> null);
  }

  void answerLost(ClientOrderId id, String cause, LaneTransaction tx) {
    advance(
        id,
        new LifeEvent.AnswerLost(),
        tx,
        (order, at) ->
            new OrderUnknown(id, identity.account(), order.command().instrument(), at, cause));
  }

  void notAtVenue(ClientOrderId id, LaneTransaction tx) {
    advance(
        id,
        new LifeEvent.NotAtVenue(),
        tx,
        (order, at) ->
            order.state() instanceof OrderState.Denied
                ? denial(order, DenyCode.NOT_AT_VENUE, "the venue never got it", at)
                : new OrderUnknown(
                    id, identity.account(), order.command().instrument(), at, "not at the venue"));
  }

  /** Publishes a booking once. */
  void deposited(CashDeposited deposit, LaneTransaction tx) {
    memory.booked(deposit);
    tx.publish(
        Topic.ACCOUNT_EVENTS,
        identity.account(),
        "deposit/" + identity.account() + "/" + deposit.reference(),
        deposit,
        deposit.at());
  }

  /** Applies what the venue told. */
  void on(VenueNotice notice, LaneTransaction tx) {
    switch (notice) {
      case VenueNotice.Filled fill -> filled(fill, tx);
      case VenueNotice.Accepted accepted -> {
        ClientOrderId id = accepted.clientOrderId();
        memory.find(id).ifPresent(order -> memory.put(order.named(accepted.venueOrderId())));
        told(accepted, tx);
      }
      case VenueNotice.Replaced replaced -> {
        told(replaced, tx);
        memory.renamed(replaced.clientOrderId(), replaced.newClientOrderId());
      }
      default -> told(notice, tx);
    }
    memory.reached(notice.sequence());
  }

  private void told(VenueNotice notice, LaneTransaction tx) {
    advance(
        notice.clientOrderId(),
        NoticeFacts.lifeEvent(notice),
        tx,
        (order, at) -> NoticeFacts.orderEvent(notice, order, at));
  }

  private void filled(VenueNotice.Filled fill, LaneTransaction tx) {
    FillId fillId = identity.fillId(fill);
    advance(
        fill.clientOrderId(),
        new LifeEvent.Fill(fillId, fill.lastQuantity()),
        tx,
        (order, at) -> {
          OrderFilled fact =
              OrderFacts.filled(order.command(), fill, fillId, order.state().progress(), at);
          var recorded = OrderFacts.recorded(fact, identity.venue());
          memory.filled(recorded);
          tx.publish(Topic.FILLS, identity.account(), fillId.value(), recorded, fill.venueTime());
          return fact;
        });
  }

  private OrderDenied denial(Order order, DenyCode code, String detail, Instant at) {
    return new OrderDenied(
        order.id(), identity.account(), order.command().instrument(), at, code.name(), detail);
  }

  private void advance(
      ClientOrderId id,
      LifeEvent event,
      LaneTransaction tx,
      BiFunction<Order, Instant, ? extends @org.jspecify.annotations.Nullable OrderEvent> fact) {
    Optional<Order> found = memory.find(id);
    if (found.isEmpty()) {
      memory.stranger(id, event.getClass().getSimpleName());
      return;
    }
    Order order = found.get();
    Instant now = clocks.instant();
    switch (OrderLife.apply(order.state(), event)) {
      case Transition.Moved moved -> {
        Order next = order.in(moved.next());
        OrderEvent told = fact.apply(next, now);
        memory.put(told == null ? next : next.because(reason(told)));
        if (told != null) {
          publish(tx, told, now);
        }
        LOG.info(
            "order={} old={} new={} event={} account={} signal={}",
            id,
            order.state().code(),
            moved.next().code(),
            event.getClass().getSimpleName(),
            identity.account(),
            order.command().signalId());
      }
      case Transition.Repeated _ ->
          LOG.debug("order={} state={} repeated={}", id, order.state().code(), event);
      case Transition.Illegal illegal -> {
        publish(
            tx,
            new IllegalOrderEvent(
                id,
                identity.account(),
                order.command().instrument(),
                now,
                order.state().code(),
                illegal.reason()),
            now);
        memory.illegal(order, illegal.reason());
      }
    }
  }

  private static String reason(OrderEvent told) {
    return switch (told) {
      case OrderDenied denied -> denied.code() + ": " + denied.detail();
      case OrderRejected rejected -> rejected.code() + ": " + rejected.detail();
      case OrderCanceled canceled -> canceled.reason();
      case OrderUnknown unknown -> unknown.cause();
      default -> "";
    };
  }

  private void publish(LaneTransaction tx, OrderEvent event, Instant at) {
    tx.publish(Topic.ORDER_EVENTS, identity.account(), event, at);
  }
}
