package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneSettings;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.Urgency;
import io.palmyra.platform.lease.Held;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One time of owning an account, under one epoch: a lane, a sender, and one session after another.
 * Everything in memory begins and ends with it. Driven by the account's own thread.
 */
final class Tenure {
  private static final long LOOK_MILLIS = 100;

  /** Brief pauses after which a lane is not closed to be opened anew at once. */
  private static final int CLOSED_FOR_GOOD = 10;

  private static final Duration PATIENCE = Duration.ofMillis(10);

  private final AccountIdentity identity;
  private final AccountParts parts;
  private final Held held;
  private final Desk desk;
  private final Lane lane;
  private final VenueLink link;

  Tenure(AccountIdentity identity, AccountParts parts, Arming arming, Held held) {
    this.identity = identity;
    this.parts = parts;
    this.held = held;
    this.desk = new Desk(identity, parts.desk(), arming, held, this::submit);
    this.link = new VenueLink(identity, parts.connector(), desk, arming, held);
    this.lane =
        new Lane(
            LaneSettings.ofAccount(
                    "execution",
                    identity.account(),
                    parts.guards().apply(desk::lease),
                    Topic.ORDERS)
                .patient(PATIENCE),
            desk.handler(),
            parts.lane(),
            List.of(identity.account()));
  }

  /** Begins: the lane reads and makes durable, nothing is sent yet. */
  void start() {
    desk.takeOver();
    lane.start();
    desk.sender().start();
  }

  Lane lane() {
    return lane;
  }

  /**
   * Runs sessions until the service stops, or the lease is gone and nothing is left to cancel in
   * the name of halts; returns then.
   *
   * @param owned whether the lease is held again, under whatever epoch
   */
  void run(Supplier<Boolean> wanted, BooleanSupplier owned) throws InterruptedException {
    var pauses = new BackOff(parts.chance());
    int closed = 0;
    while (wanted.get() && !held.revoked()) {
      desk.watch().look();
      if (!journals()) {
        pauses.brief();
        boolean forGood = ++closed >= CLOSED_FOR_GOOD;
        if (forGood && link.cancelOnly(() -> wanted.get() && !held.revoked() && !journals())) {
          pauses.next(wanted);
        }
        continue;
      }
      closed = 0;
      try {
        if (link.open()) {
          pauses.reset();
          while (wanted.get() && journals() && link.look(LOOK_MILLIS)) {
            // The sender and the lane do the work.
            desk.watch().look();
          }
          link.cancelWhile(
              () -> wanted.get() && !(held.revoked() ? owned.getAsBoolean() : journals()));
        }
      } finally {
        link.close();
      }
      pauses.next(wanted);
    }
  }

  /** Whether what happens becomes durable at present, under our epoch. */
  private boolean journals() {
    return !held.revoked() && lane.partitions().contains(identity.partition());
  }

  /** Cancels an order at once, from memory if it is there. Any thread. */
  CompletableFuture<?> cancel(ClientOrderId id, String reason) {
    return desk.cancel(id, reason);
  }

  /** Changes the account's state while it is held. Any thread. */
  CompletableFuture<?> submit(Consumer<LaneTransaction> change) {
    return desk.lane().submit(change);
  }

  private CompletableFuture<?> submit(Consumer<LaneTransaction> change, Urgency urgency) {
    return lane.submit(
        identity.account(),
        tx -> {
          change.accept(tx);
          return true;
        },
        urgency);
  }

  /** No new order leaves; waits a while for answers to those that did. */
  void settle() {
    desk.sender().refuseNew();
    var pauses = new BackOff(parts.chance());
    for (int i = 0; i < 40 && !desk.sender().unanswered().isEmpty(); i++) {
      pauses.brief();
    }
  }

  /** Ends, leaving nothing running. */
  void stop() {
    desk.sender().refuseNew();
    desk.sender().stop();
    lane.stop();
  }
}
