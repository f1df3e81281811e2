package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders whose cancel was asked for, and when last. Used by one thread. */
final class AskedCancels {
  private final Map<ClientOrderId, Asked> asked = new HashMap<>();

  private record Asked(Outgoing.Cancel cancel, long nanos) {}

  void add(Outgoing.Cancel cancel, long nanos) {
    asked.put(cancel.id(), new Asked(cancel, nanos));
  }

  void remove(ClientOrderId id) {
    asked.remove(id);
  }

  /** Why the cancel was asked for, empty if it was not. */
  Optional<String> reason(ClientOrderId id) {
    return Optional.ofNullable(asked.get(id)).map(each -> each.cancel().reason());
  }

  /** Those that were asked for longer ago than an answer takes; each is forgotten. */
  List<Outgoing.Cancel> takeDue(long nanos, Duration within) {
    List<Asked> due =
        asked.values().stream().filter(each -> nanos - each.nanos() > within.toNanos()).toList();
    due.forEach(each -> asked.remove(each.cancel().id()));
    return due.stream().map(Asked::cancel).toList();
  }
}
