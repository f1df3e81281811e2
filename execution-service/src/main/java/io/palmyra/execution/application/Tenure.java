package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneSettings;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.LostOwnershipException;
import io.palmyra.platform.lane.Urgency;
import io.palmyra.platform.lease.Held;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One time of owning an account, under one epoch: a lane, a sender, and one session after another.
 * Everything in memory begins and ends with it. Driven by the account's own thread.
 */
final class Tenure {
  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
  private static final long LOOK_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMillis(10);

  private final AccountIdentity identity;
  private final AccountParts parts;
  private final Arming arming;
  private final Held held;
  private final Lane lane;
  private final OrderBook book = new OrderBook();
  private final OrderJournal journal;
  private final OrderMemory memory;
  private final AccountLane handler;
  private final Sender sender;
  private final StaleControlWatch watch;

  Tenure(AccountIdentity identity, AccountParts parts, Arming arming, Held held) {
    this.identity = identity;
    this.parts = parts;
    this.arming = arming;
    this.held = held;
    Supplier<Optional<Held>> lease = () -> held.revoked() ? Optional.empty() : Optional.of(held);
    this.memory = new OrderMemory(identity.account(), book, parts.journal(), parts.halts());
    this.journal = new OrderJournal(identity, memory, parts.clocks());
    var gate =
        new Gate(identity, lease, parts.control(), book, parts.clocks(), parts.rules().dryRun());
    this.sender =
        new Sender(
            identity,
            book,
            gate,
            arming,
            new HaltCancels(identity, parts.control(), book),
            lease,
            journal,
            this::submit,
            parts.clocks(),
            parts.rules().answerWithin());
    this.watch =
        new StaleControlWatch(
            identity, held::safeToSend, parts.control(), parts.halts(), parts.clocks());
    this.handler = new AccountLane(memory, journal, sender, parts.clocks(), held::epoch);
    this.lane =
        new Lane(
            LaneSettings.ofAccount(
                    "execution", identity.account(), parts.guards().apply(lease), Topic.ORDERS)
                .patient(PATIENCE),
            handler,
            parts.lane(),
            List.of(identity.account()));
  }

  /** Begins: the lane reads and makes durable, nothing is sent yet. */
  void start() {
    arming.flag(parts.journal().unarmed(identity.account()).orElse(null));
    arming.waitFor("the lane");
    lane.start();
    sender.start();
  }

  Lane lane() {
    return lane;
  }

  /** Runs sessions until the lease is gone or the service stops; returns then. */
  void run(Supplier<Boolean> wanted) throws InterruptedException {
    var pauses = new BackOff(parts.chance());
    while (wanted.get() && !held.revoked()) {
      watch.look();
      if (!lane.partitions().contains(identity.partition())) {
        pauses.brief();
        continue;
      }
      var feed = new SessionFeed(journal, sender, this::submit);
      try (VenueSession session =
          parts.connector().connect(identity.account(), held.epoch(), feed)) {
        arming.connected(session);
        RepeatedReconciliation repeated = reconcile(session, feed);
        pauses.reset();
        while (wanted.get() && !held.revoked() && !feed.endedWithin(LOOK_MILLIS)) {
          // The sender and the lane do the work.
          watch.look();
          repeated.look(session);
        }
      } catch (IOException e) {
        LOG.warn("no session account={} cause={}", identity.account(), e.toString());
        feed.disconnected(e.toString());
      }
      arming.waitFor("a session with the venue: " + feed.cause());
      lost(feed.cause());
      pauses.next(wanted);
    }
  }

  private RepeatedReconciliation reconcile(VenueSession session, SessionFeed feed)
      throws IOException {
    var reconciliation =
        new Reconciliation(identity, parts.journal(), journal, book, sender, this::submit);
    var comparison =
        new BooksComparison(identity.account(), parts.journal(), memory, book, this::submit);
    Optional<String> differs = reconciliation.run(session);
    if (differs.isPresent()) {
      parts.halts().requestHalt(identity.account(), "RECONCILIATION", differs.get());
    } else {
      reconciliation.agreed(held.epoch(), comparison.sequence());
    }
    feed.open();
    arming.ready();
    LOG.info(
        "account={} armed={} epoch={}", identity.account(), arming.now().armed(), held.epoch());
    return new RepeatedReconciliation(
        identity,
        reconciliation,
        comparison,
        parts.halts(),
        parts.clocks(),
        held::epoch,
        parts.rules().reconcileEvery());
  }

  /** What was under way when a session ended is unknown until the next one has asked. */
  private void lost(String cause) {
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
                OrderState.Expired _ ->
                false;
          };
      if (underWay) {
        sender.answered(order.id());
        submit(tx -> journal.answerLost(order.id(), "session lost: " + cause, tx));
      }
    }
  }

  /** Cancels an order at once, from memory if it is there. Any thread. */
  CompletableFuture<?> cancel(ClientOrderId id, String reason) {
    if (book.find(id).isPresent()) {
      sender.offer(new Outgoing.Cancel(id, reason));
      return CompletableFuture.completedFuture(null);
    }
    return submit(tx -> handler.cancel(id, reason, tx));
  }

  CompletableFuture<?> submit(Consumer<LaneTransaction> change) {
    return submit(change, Urgency.NOW);
  }

  private CompletableFuture<?> submit(Consumer<LaneTransaction> change, Urgency urgency) {
    return lane.submit(
        identity.account(),
        tx -> {
          if (held.revoked()) {
            throw new LostOwnershipException(identity.resource());
          }
          change.accept(tx);
          return true;
        },
        urgency);
  }

  /** No new order leaves; waits a while for answers to those that did. */
  void settle() {
    sender.refuseNew();
    var pauses = new BackOff(parts.chance());
    for (int i = 0; i < 40 && !sender.unanswered().isEmpty(); i++) {
      pauses.brief();
    }
  }

  /** Ends, leaving nothing running. */
  void stop() {
    sender.refuseNew();
    sender.stop();
    lane.stop();
  }
}
