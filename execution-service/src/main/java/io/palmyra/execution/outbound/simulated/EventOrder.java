package io.palmyra.execution.outbound.simulated;

import io.palmyra.core.venue.VenueRecord;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts an account's events into the order of their sequence, each once, whatever the venue repeats
 * or tells too early. Nothing is delivered before it is known where the sequence stood at log-on.
 */
final class EventOrder {
  private final Consumer<VenueRecord> delivered;
  private final long patienceNanos;
  private final MonotonicClock clock;
  private final NavigableMap<Long, VenueRecord> early = new TreeMap<>();
  private long last = -1;
  private long gapSinceNanos;

  /**
   * @param delivered hears of each event in its turn, one at a time
   * @param patience how long an event that others overtook is waited for
   */
  EventOrder(Consumer<VenueRecord> delivered, Duration patience, MonotonicClock clock) {
    this.delivered = delivered;
    this.patienceNanos = patience.toNanos();
    this.clock = clock;
  }

  /** All up to a sequence is known otherwise. */
  synchronized void from(long sequence) {
    last = sequence;
    drain();
  }

  /** Takes an event in, whose turn may not have come. */
  synchronized void take(VenueRecord event) {
    if (early.isEmpty()) {
      gapSinceNanos = clock.nanos();
    }
    early.putIfAbsent(event.sequence(), event);
    drain();
  }

  /** Whether events wait for one that does not come. */
  synchronized boolean lacksOne() {
    return last >= 0 && !early.isEmpty() && clock.nanos() - gapSinceNanos > patienceNanos;
  }

  private void drain() {
    if (last < 0) {
      return;
    }
    early.headMap(last, true).clear();
    while (!early.isEmpty() && early.firstKey() == last + 1) {
      last++;
      delivered.accept(early.pollFirstEntry().getValue());
    }
  }
}
