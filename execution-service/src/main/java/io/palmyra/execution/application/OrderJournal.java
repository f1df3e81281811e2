package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderPending;
import io.palmyra.contracts.orderevent.OrderPendingCancel;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.execution.DenyCode;
import io.palmyra.core.execution.LifeEvent;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.execution.Progress;
import io.palmyra.platform.lane.LaneTransaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to the orders of an account, by us or at the venue, each change as a fact and a row.
 * Used by the lane's thread only.
 */
final class OrderJournal {
  private static final Logger LOG = LoggerFactory.getLogger(OrderJournal.class);

  private final AccountIdentity identity;
  private final OrderMemory memory;
  private final Clocks clocks;
  private final OrderMoves moves;
  private final Replacements replacements;
  private final Corrections corrections;

  /**
   * @param renamed hears of orders that go on under another name, after the commit
   */
  OrderJournal(
      AccountIdentity identity,
      OrderMemory memory,
      Clocks clocks,
      BiConsumer<ClientOrderId, ClientOrderId> renamed) {
    this.identity = identity;
    this.memory = memory;
    this.clocks = clocks;
    this.moves = new OrderMoves(identity, memory, clocks);
    this.replacements = new Replacements(identity, memory, moves, clocks, renamed);
    this.corrections = new Corrections(identity, memory, moves, clocks);
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
            clocks.agedFrom(command.approvedAt(), now),
            "",
            null));
    moves.publish(tx, OrderPending.of(command, now), now);
    Optional<String> canceled = memory.canceledBefore(command.clientOrderId());
    canceled.ifPresent(why -> denied(command.clientOrderId(), DenyCode.CANCELED_BEFORE, why, tx));
    return canceled.isEmpty();
  }

  void denied(ClientOrderId id, DenyCode code, String detail, LaneTransaction tx) {
    moves.advance(
        id, new LifeEvent.DeniedByUs(), tx, (order, at) -> denial(order, code, detail, at));
  }

  /**
   * Notes that an order was handed over.
   *
   * @param at when
   */
  void sent(ClientOrderId id, long epoch, Instant at, LaneTransaction tx) {
    moves.advance(
        id,
        new LifeEvent.Sent(),
        tx,
        (order, _) ->
            new OrderSubmitted(id, identity.account(), order.command().instrument(), at, epoch));
  }

  void cancelSent(ClientOrderId id, String reason, LaneTransaction tx) {
    moves.advance(
        id,
        new LifeEvent.CancelSent(),
        tx,
        (order, at) ->
            new OrderPendingCancel(
                id, identity.account(), order.command().instrument(), at, reason));
  }

  /** New values of working orders. */
  Replacements replacements() {
    return replacements;
  }

  void answerLost(ClientOrderId id, String cause, LaneTransaction tx) {
    moves.advance(
        id,
        new LifeEvent.AnswerLost(),
        tx,
        (order, at) ->
            new OrderUnknown(id, identity.account(), order.command().instrument(), at, cause));
  }

  void notAtVenue(ClientOrderId id, LaneTransaction tx) {
    moves.advance(
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

  /**
   * Takes a change of a fill over.
   *
   * @return whether anything changed by it
   */
  boolean correct(VenueNotice.Corrected told, LaneTransaction tx) {
    boolean changed = corrections.take(told, tx);
    memory.reached(told.sequence());
    return changed;
  }

  /** Applies what the venue told. */
  void on(VenueNotice notice, LaneTransaction tx) {
    replacements.inferred(notice.clientOrderId(), tx);
    switch (notice) {
      case VenueNotice.Filled fill -> filled(fill, tx);
      case VenueNotice.Corrected corrected -> corrections.take(corrected, tx);
      case VenueNotice.Accepted accepted -> {
        ClientOrderId id = accepted.clientOrderId();
        memory.find(id).ifPresent(order -> memory.put(order.named(accepted.venueOrderId())));
        moves.told(accepted, tx);
      }
      case VenueNotice.Replaced taken -> replacements.taken(taken, tx);
      case VenueNotice.ReplaceRejected refused ->
          replacements.refused(refused.clientOrderId(), refused.code(), refused.detail(), tx);
      default -> moves.told(notice, tx);
    }
    memory.reached(notice.sequence());
  }

  private void filled(VenueNotice.Filled fill, LaneTransaction tx) {
    FillId fillId = identity.fillId(fill);
    moves.advance(
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
}
