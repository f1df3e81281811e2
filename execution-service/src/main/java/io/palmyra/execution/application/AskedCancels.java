package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Orders whose cancel was asked for, and when last. Used by the sender's thread only. */
final class AskedCancels {
  private final Map<ClientOrderId, Long> asked = new HashMap<>();

  void add(ClientOrderId id, long nanos) {
    asked.put(id, nanos);
  }

  boolean contains(ClientOrderId id) {
    return asked.containsKey(id);
  }

  /** Whether it was never asked for, or so long ago that it may be again. */
  boolean isDue(ClientOrderId id, long nanos, Duration within) {
    Long last = asked.get(id);
    return last == null || nanos - last > within.toNanos();
  }
}
