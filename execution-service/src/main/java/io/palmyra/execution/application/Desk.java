package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LostOwnershipException;
import io.palmyra.platform.lease.Held;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One time of owning an account, apart from its threads: what the lane applies, what is sent, what
 * a session begins and ends with. Everything in memory begins and ends with it.
 */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final AccountIdentity identity;
  private final DeskParts parts;
  private final Arming arming;
  private final Held held;
  private final LaneAccess lane;
  private final OrderBook book = new OrderBook();
  private final OrderMemory memory;
  private final OrderJournal journal;
  private final Sender sender;
  private final CashReports cash;
  private final AccountLane handler;
  private final StaleControlWatch watch;

  /**
   * @param lane changes the account's state; refused here once the lease is known to be gone
   */
  Desk(AccountIdentity identity, DeskParts parts, Arming arming, Held held, LaneAccess lane) {
    this.identity = identity;
    this.parts = parts;
    this.arming = arming;
    this.held = held;
    this.lane = whileHeld(lane);
    this.memory = new OrderMemory(identity.account(), book, parts.journal(), parts.halts());
    this.journal = new OrderJournal(identity, memory, parts.clocks(), this::renamed);
    var gate =
        new Gate(
            identity, this::lease, parts.control(), book, parts.clocks(), parts.rules().dryRun());
    this.sender =
        new Sender(
            identity,
            book,
            gate,
            arming,
            new HaltCancels(identity, parts.control(), book),
            this::lease,
            journal,
            this.lane,
            parts.clocks(),
            parts.rules().answerWithin());
    this.handler = new AccountLane(memory, journal, sender, parts.clocks(), held::epoch);
    this.cash = new CashReports(identity, memory, this.lane, parts.clocks());
    this.watch =
        new StaleControlWatch(
            identity, held::safeToSend, parts.control(), parts.halts(), parts.clocks());
  }

  /** The lease, empty once it is known to be gone. */
  Optional<Held> lease() {
    return held.revoked() ? Optional.empty() : Optional.of(held);
  }

  private void renamed(ClientOrderId id, ClientOrderId newId) {
    sender.offer(new Outgoing.Renamed(id, newId));
  }

  private LaneAccess whileHeld(LaneAccess open) {
    return (change, urgency) ->
        open.submit(
            tx -> {
              if (held.revoked()) {
                throw new LostOwnershipException(identity.resource());
              }
              change.accept(tx);
            },
            urgency);
  }

  /** Takes the account over: nothing is armed yet. */
  void takeOver() {
    arming.flag(parts.journal().unarmed(identity.account()).orElse(null));
    arming.waitFor("the lane");
  }

  /** Applies the account's orders. */
  LaneHandler handler() {
    return handler;
  }

  /** Sends what may go. */
  Sender sender() {
    return sender;
  }

  /** Asks for a halt once control was stale for long. */
  StaleControlWatch watch() {
    return watch;
  }

  /** Changes the account's state while it is held. */
  LaneAccess lane() {
    return lane;
  }

  /** Hears of a new session. */
  SessionFeed feed() {
    return new SessionFeed(journal, sender, lane);
  }

  /**
   * Reconciles over a new session, opens its feed, and arms the account.
   *
   * @return what compares the books from then on
   */
  RepeatedReconciliation reconcile(VenueSession session, SessionFeed feed) throws IOException {
    var reconciliation = new Reconciliation(identity, parts.journal(), journal, book, sender, lane);
    var comparison = new BooksComparison(identity.account(), parts.journal(), memory, book, lane);
    Optional<String> differs = reconciliation.run(session);
    if (differs.isPresent()) {
      parts.halts().requestHalt(identity.account(), "RECONCILIATION", differs.get());
    } else {
      reconciliation.agreed(held.epoch(), comparison.sequence());
      Optional<BooksComparison.Compared> compared = comparison.run(session);
      if (compared.isPresent() && compared.get().differences().none()) {
        cash.tell(compared.get().cash(), compared.get().sequence());
      }
    }
    feed.open();
    arming.ready();
    LOG.info(
        "account={} armed={} epoch={}", identity.account(), arming.now().armed(), held.epoch());
    return new RepeatedReconciliation(
        identity,
        reconciliation,
        comparison,
        cash,
        new UnknownFates(identity, book, reconciliation, parts.halts(), parts.clocks()),
        parts.halts(),
        parts.clocks(),
        held.epoch(),
        parts.rules().reconcileEvery());
  }

  /** Whether any order may work at the venue, as far as that is known. */
  boolean mayWork() {
    return !book.mayWork().all().isEmpty();
  }

  /** Takes the session from the sender; what halts cancel from then on over it. */
  LastCancels lastCancels() {
    arming.waitFor("the journal");
    return new LastCancels(
        identity,
        parts.control(),
        book.mayWork(),
        sender.pace(),
        parts.clocks(),
        parts.rules().answerWithin());
  }

  /** What was under way when a session ended is unknown until the next one has asked. */
  void lost(String cause) {
    Set<ClientOrderId> unanswered = sender.unanswered();
    for (Order order : book.all()) {
      boolean underWay =
          switch (order.state()) {
            case OrderState.Submitted _, OrderState.PendingCancel _, OrderState.PendingReplace _ ->
                true;
            // Handed over, and the note of it still waits for a commit to share.
            case OrderState.Pending _ -> unanswered.contains(order.id());
            case OrderState.Working _,
                OrderState.PartiallyFilled _,
                OrderState.Unknown _,
                OrderState.Filled _,
                OrderState.Canceled _,
                OrderState.Rejected _,
                OrderState.Denied _,
                OrderState.Expired _,
                OrderState.Replaced _ ->
                false;
          };
      if (underWay) {
        sender.answered(order.id());
        lane.submit(tx -> journal.answerLost(order.id(), "session lost: " + cause, tx));
      }
    }
  }

  /** Cancels an order at once, from memory if it is there. Any thread. */
  CompletableFuture<?> cancel(ClientOrderId id, String reason) {
    if (book.find(id).isPresent()) {
      sender.offer(new Outgoing.Cancel(id, reason));
      return CompletableFuture.completedFuture(null);
    }
    return lane.submit(tx -> handler.cancel(id, reason, tx));
  }
}
