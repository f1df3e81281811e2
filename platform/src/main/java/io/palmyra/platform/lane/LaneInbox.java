package io.palmyra.platform.lane;

import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What waits for a lane's next transaction, in the order in which it came. As soon as anything in
 * it is urgent, or the oldest has waited as long as it may, all of it is due.
 */
final class LaneInbox {
  private static final Duration IDLE = Duration.ofMillis(50);

  private final Duration patience;
  private final MonotonicClock clock;
  private final Queue<LaneWork.OfCommand<?>> commands = new ConcurrentLinkedQueue<>();
  private final List<LaneWork> gathered = new ArrayList<>();
  private boolean urgent;
  private long since;

  LaneInbox(Duration patience, MonotonicClock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /** Takes a command; from any thread. */
  void offer(LaneWork.OfCommand<?> command) {
    commands.add(command);
  }

  /** Takes a record; like all that follows, from the lane's thread only. */
  void add(LaneWork work) {
    if (gathered.isEmpty()) {
      since = clock.nanos();
    }
    urgent |= work.urgency() == Urgency.NOW;
    gathered.add(work);
  }

  /** How long the lane may look for more. */
  Duration longestPoll() {
    takeCommands();
    if (isDue()) {
      return Duration.ZERO;
    }
    return gathered.isEmpty()
        ? IDLE
        : Duration.ofNanos(Math.max(0, patience.toNanos() - (clock.nanos() - since)));
  }

  /** All that waits, if it is due; nothing otherwise. */
  List<LaneWork> takeDue() {
    takeCommands();
    return isDue() ? takeAll() : List.of();
  }

  /** All that waits. */
  List<LaneWork> takeAll() {
    takeCommands();
    List<LaneWork> all = List.copyOf(gathered);
    gathered.clear();
    urgent = false;
    return all;
  }

  private boolean isDue() {
    return urgent || (!gathered.isEmpty() && clock.nanos() - since >= patience.toNanos());
  }

  private void takeCommands() {
    for (LaneWork next = commands.poll(); next != null; next = commands.poll()) {
      add(next);
    }
  }
}
