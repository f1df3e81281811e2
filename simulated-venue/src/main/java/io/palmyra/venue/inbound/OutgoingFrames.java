package io.palmyra.venue.inbound;

import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.venue.application.Mood;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a client is told, late, twice or out of order if the mood is like that. */
final class OutgoingFrames {
  private final BlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>();
  private final Deque<Outgoing> due = new ArrayDeque<>();
  private final Supplier<Mood> mood;
  private final MonotonicClock clock;
  private @Nullable Outgoing heldBack;

  /** Something to be told. */
  sealed interface Outgoing {
    /** By the monotonic time from which on it may be told. */
    long fromNanos();

    /** A frame. */
    record Frame(ServerFrame frame, long fromNanos) implements Outgoing {}

    /** The end. */
    record End(String cause, long fromNanos) implements Outgoing {}
  }

  OutgoingFrames(Supplier<Mood> mood, MonotonicClock clock) {
    this.mood = mood;
    this.clock = clock;
  }

  /** Adds a frame. Any thread. */
  void add(ServerFrame frame) {
    var once = new Outgoing.Frame(frame, clock.nanos() + mood.get().delay().toNanos());
    queue.add(once);
    if (frame instanceof ServerFrame.Event && mood.get().repeatsEvents()) {
      queue.add(once);
    }
  }

  /** Nothing follows. Any thread. */
  void end(String cause) {
    queue.add(new Outgoing.End(cause, clock.nanos()));
  }

  /** Whether nothing waits now. */
  boolean isEmpty() {
    return queue.isEmpty() && due.isEmpty();
  }

  /**
   * The next one, in its time. Used by the writing thread alone.
   *
   * @return null if there was none for so long
   */
  @Nullable Outgoing next(long millis) throws InterruptedException {
    if (!due.isEmpty()) {
      return due.removeFirst();
    }
    Outgoing next = queue.poll(millis, TimeUnit.MILLISECONDS);
    if (next == null) {
      Outgoing held = heldBack;
      heldBack = null;
      return held;
    }
    long early = next.fromNanos() - clock.nanos();
    if (early > 0) {
      TimeUnit.NANOSECONDS.sleep(early);
    }
    return inItsPlace(next, millis);
  }

  /** Of two events the later one first. */
  private @Nullable Outgoing inItsPlace(Outgoing next, long millis) throws InterruptedException {
    boolean event =
        next instanceof Outgoing.Frame given && given.frame() instanceof ServerFrame.Event;
    if (heldBack != null) {
      due.addLast(heldBack);
      heldBack = null;
      return next;
    }
    if (event && mood.get().reordersEvents()) {
      heldBack = next;
      return next(millis);
    }
    return next;
  }
}
