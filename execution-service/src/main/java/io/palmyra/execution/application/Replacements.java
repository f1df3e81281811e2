package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.orderevent.OrderReplaceRejected;
import io.palmyra.core.execution.LifeEvent;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.lane.LaneTransaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * New values for working orders: durable before the venue hears of them, and followed to the new
 * name once it has them. Used by the lane's thread only.
 */
final class Replacements {
  private static final Logger LOG = LoggerFactory.getLogger(Replacements.class);

  private final AccountIdentity identity;
  private final OrderMemory memory;
  private final OrderMoves moves;
  private final Clocks clocks;
  private final BiConsumer<ClientOrderId, ClientOrderId> renamed;

  /**
   * @param renamed hears of orders that go on under another name, after the commit
   */
  Replacements(
      AccountIdentity identity,
      OrderMemory memory,
      OrderMoves moves,
      Clocks clocks,
      BiConsumer<ClientOrderId, ClientOrderId> renamed) {
    this.identity = identity;
    this.memory = memory;
    this.moves = moves;
    this.clocks = clocks;
    this.renamed = renamed;
  }

  /** Makes new values durable before the venue hears of them; false if they can't be asked for. */
  boolean admit(ReplaceOrder command, LaneTransaction tx) {
    Optional<Order> found = memory.find(command.clientOrderId());
    if (found.isEmpty()) {
      LOG.warn("replace of an order that is not known order={}", command.clientOrderId());
      return false;
    }
    Order order = found.get();
    if (order.replacement() != null
        || !(order.state() instanceof OrderState.Working
            || order.state() instanceof OrderState.PartiallyFilled)) {
      tellRefused(order, "NOT_WORKING", "the order is " + order.state().code(), tx);
      return false;
    }
    memory.put(order.awaiting(Replacement.of(command, order.command())));
    moves.advance(order.id(), new LifeEvent.ReplaceSent(), tx, (next, at) -> null);
    return true;
  }

  /** The new values will not be asked for, or the venue would not have them. */
  void refused(ClientOrderId id, String code, String detail, LaneTransaction tx) {
    memory
        .find(id)
        .filter(order -> order.replacement() != null)
        .ifPresent(
            order -> {
              memory.put(order.awaiting(null));
              tellRefused(order, code, detail, tx);
              moves.advance(id, new LifeEvent.ReplaceRefused(), tx, (next, at) -> null);
            });
  }

  private void tellRefused(Order order, String code, String detail, LaneTransaction tx) {
    Instant now = clocks.instant();
    moves.publish(
        tx,
        new OrderReplaceRejected(
            order.id(), identity.account(), order.command().instrument(), now, code, detail),
        now);
  }

  /** The venue speaks of a name that was asked for: it has taken the new values. */
  void inferred(ClientOrderId name, LaneTransaction tx) {
    Optional<Order> asking = memory.knows(name) ? Optional.empty() : memory.awaiting(name);
    asking.ifPresent(
        order -> {
          Replacement asked = order.replacement();
          if (asked != null) {
            taken(asked.taken(order.id()), tx);
          }
        });
  }

  /** The venue has taken new values: the order goes on under its new name. */
  void taken(VenueNotice.Replaced notice, LaneTransaction tx) {
    Optional<Order> before = memory.find(notice.clientOrderId());
    moves.told(notice, tx);
    Optional<Order> after = memory.find(notice.clientOrderId());
    if (before.isPresent()
        && !before.get().state().terminal()
        && after.filter(order -> order.state() instanceof OrderState.Replaced).isPresent()) {
      var taken =
          new Replacement(
              notice.newClientOrderId(),
              notice.quantity(),
              notice.limitPrice(),
              notice.stopPrice());
      memory.put(after.get().awaiting(null));
      memory.insert(before.get().as(taken));
      tx.afterCommit(() -> renamed.accept(notice.clientOrderId(), taken.newId()));
    }
  }
}
