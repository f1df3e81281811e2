package io.palmyra.execution.application;

import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a session tells to the lane, in order. Until the session is reconciled it is kept
 * back, so that a fill that only reconciliation finds comes before the end of its order.
 */
final class SessionFeed implements VenueListener {
  private final OrderJournal journal;
  private final Sender sender;
  private final LaneAccess lane;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<VenueNotice> keptBack = new ArrayList<>();
  private boolean open;
  private volatile boolean failed;
  private volatile boolean gone;
  private volatile @Nullable Consumer<VenueNotice> elsewhere;
  private volatile String cause = "";

  SessionFeed(OrderJournal journal, Sender sender, LaneAccess lane) {
    this.journal = journal;
    this.sender = sender;
    this.lane = lane;
  }

  /** From now on what the session tells goes there alone: the journal takes nothing. */
  void divert(Consumer<VenueNotice> to) {
    elsewhere = to;
  }

  @Override
  public void on(VenueNotice notice) {
    Consumer<VenueNotice> diverted = elsewhere;
    if (diverted != null) {
      diverted.accept(notice);
      return;
    }
    sender.answered(notice.clientOrderId());
    if (notice instanceof VenueNotice.CancelRejected) {
      sender.offer(new Outgoing.CancelRefused(notice.clientOrderId()));
    }
    synchronized (keptBack) {
      if (!open) {
        keptBack.add(notice);
        return;
      }
      forward(notice);
    }
  }

  /** Lets through what was kept back, and all that follows. */
  void open() {
    synchronized (keptBack) {
      keptBack.forEach(this::forward);
      keptBack.clear();
      open = true;
    }
  }

  private void forward(VenueNotice notice) {
    // Nobody waits to hear that an order works, and its fill often follows at once.
    Urgency urgency = notice instanceof VenueNotice.Accepted ? Urgency.SOON : Urgency.NOW;
    lane.submit(tx -> take(notice, tx), urgency)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                failed = true;
                end("the journal did not take a notice: " + failure);
              }
            });
  }

  /** None after one that was not taken in: a new session finds them again, in their order. */
  private void take(VenueNotice notice, LaneTransaction tx) {
    if (failed) {
      throw new IllegalStateException("a notice before it was not taken in");
    }
    journal.on(notice, tx);
  }

  @Override
  public void disconnected(String why) {
    gone = true;
    end(why);
  }

  private void end(String why) {
    if (ended.getCount() > 0) {
      cause = why;
      ended.countDown();
    }
  }

  /** Waits for the end of the session; true if it has ended. */
  boolean endedWithin(long millis) throws InterruptedException {
    return ended.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  /** Whether the connection itself has ended. */
  boolean gone() {
    return gone;
  }

  String cause() {
    return cause;
  }
}
