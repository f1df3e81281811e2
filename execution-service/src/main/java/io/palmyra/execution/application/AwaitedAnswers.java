package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Orders that left and of which the venue has said nothing since. Any thread. */
final class AwaitedAnswers {
  private final Map<ClientOrderId, Long> since = new ConcurrentHashMap<>();
  private final long withinNanos;

  AwaitedAnswers(Duration within) {
    this.withinNanos = within.toNanos();
  }

  void since(ClientOrderId id, long nanos) {
    since.put(id, nanos);
  }

  void answered(ClientOrderId id) {
    since.remove(id);
  }

  Set<ClientOrderId> all() {
    return Set.copyOf(since.keySet());
  }

  /** Orders whose answer is late; each is given once. */
  List<ClientOrderId> takeOverdue(long nanos) {
    return since.entrySet().stream()
        .filter(entry -> nanos - entry.getValue() > withinNanos)
        .map(Map.Entry::getKey)
        .filter(id -> since.remove(id) != null)
        .toList();
  }
}
