package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.orderevent.IllegalOrderEvent;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.execution.LifeEvent;
import io.palmyra.core.execution.OrderLife;
import io.palmyra.core.execution.Transition;
import io.palmyra.platform.lane.LaneTransaction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every change of an order's state: asks the table, puts the order where it leads, publishes the
 * fact, logs it. Used by the lane's thread only.
 */
final class OrderMoves {
  private static final Logger LOG = LoggerFactory.getLogger(OrderMoves.class);

  private final AccountIdentity identity;
  private final OrderMemory memory;
  private final Clocks clocks;

  /** What is published of a change; null for nothing. */
  interface Fact {
    @Nullable OrderEvent of(Order order, Instant at);
  }

  OrderMoves(AccountIdentity identity, OrderMemory memory, Clocks clocks) {
    this.identity = identity;
    this.memory = memory;
    this.clocks = clocks;
  }

  /** Takes what the venue told of an order, fills apart. */
  void told(VenueNotice notice, LaneTransaction tx) {
    advance(
        notice.clientOrderId(),
        NoticeFacts.lifeEvent(notice),
        tx,
        (order, at) -> NoticeFacts.orderEvent(notice, order, at));
  }

  /** Lets something happen to an order; one that is not ours asks for a halt. */
  void advance(ClientOrderId id, LifeEvent event, LaneTransaction tx, Fact fact) {
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
        OrderEvent told = fact.of(next, now);
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

  /** Publishes a fact of an order. */
  void publish(LaneTransaction tx, OrderEvent event, Instant at) {
    tx.publish(Topic.ORDER_EVENTS, identity.account(), event, at);
  }
}
