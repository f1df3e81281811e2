package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.lease.Held;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session with the venue after another, each reconciled before anything is sent over it. Driven
 * by the account's own thread.
 */
final class VenueLink {
  private static final Logger LOG = LoggerFactory.getLogger(VenueLink.class);

  private static final long TURN_NANOS = 20_000_000;

  private final AccountIdentity identity;
  private final VenueConnector connector;
  private final Desk desk;
  private final Arming arming;
  private final Held held;
  private SessionFeed feed;
  private @Nullable VenueSession session;
  private @Nullable RepeatedReconciliation repeated;

  VenueLink(
      AccountIdentity identity, VenueConnector connector, Desk desk, Arming arming, Held held) {
    this.identity = identity;
    this.connector = connector;
    this.desk = desk;
    this.arming = arming;
    this.held = held;
    this.feed = desk.feed();
  }

  /** Opens a session and reconciles over it; false if that failed. To be closed in either case. */
  boolean open() {
    feed = desk.feed();
    try {
      VenueSession opened = connector.connect(account(), held.epoch(), feed);
      session = opened;
      arming.connected(opened);
      repeated = desk.reconcile(opened, feed);
      return true;
    } catch (IOException e) {
      LOG.warn("no session account={} cause={}", account(), e.toString());
      feed.disconnected(e.toString());
      return false;
    }
  }

  private AccountId account() {
    return identity.account();
  }

  /** Looks after the session, for so long at most; false once it has ended. */
  boolean look(long millis) throws InterruptedException {
    VenueSession over = session;
    RepeatedReconciliation comparing = repeated;
    if (over == null || comparing == null || feed.endedWithin(millis)) {
      return false;
    }
    comparing.look(over);
    return true;
  }

  /**
   * The journal takes nothing: if the session still stands, what halts want canceled is canceled
   * over it, and nothing else leaves. To be closed then.
   *
   * @param unjournaled whether that is still so; the session of another owner ends it as well
   */
  void cancelWhile(BooleanSupplier unjournaled) {
    VenueSession over = session;
    if (over == null || feed.gone() || !unjournaled.getAsBoolean()) {
      return;
    }
    LastCancels last = desk.lastCancels();
    feed.divert(last::heard);
    LOG.warn("no journal, halts still cancel account={} epoch={}", account(), held.epoch());
    try {
      while (unjournaled.getAsBoolean() && !feed.gone()) {
        desk.watch().look();
        last.turn(over);
        LockSupport.parkNanos(TURN_NANOS);
      }
    } catch (IOException e) {
      LOG.warn("last cancels ended account={} cause={}", account(), e.toString());
    }
  }

  /**
   * The journal takes nothing and there is no session: one is opened for cancels of halts alone,
   * where anything may work. Returns with it closed.
   *
   * @param unjournaled as of {@link #cancelWhile}
   * @return whether one was asked for
   */
  boolean cancelOnly(BooleanSupplier unjournaled) {
    if (!desk.mayWork() || !unjournaled.getAsBoolean()) {
      return false;
    }
    feed = desk.feed();
    try {
      session = connector.connect(account(), held.epoch(), feed);
      cancelWhile(unjournaled);
    } catch (IOException e) {
      LOG.warn("no session for cancels account={} cause={}", account(), e.toString());
    } finally {
      close();
    }
    return true;
  }

  /** Ends the session; what was under way is unknown until the next one has asked. */
  void close() {
    VenueSession over = session;
    session = null;
    repeated = null;
    if (over != null) {
      over.close();
    }
    arming.waitFor("a session with the venue: " + feed.cause());
    desk.lost(feed.cause());
  }
}
