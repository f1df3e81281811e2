package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.core.execution.MessagePace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Keeps an account's messages within what its venue takes: orders that are too many wait, cancels
 * have a reserve, and those beyond it go first once they may. Any thread.
 */
final class VenuePace {
  private final Clocks clocks;
  private final Map<ClientOrderId, Outgoing.Cancel> held = new LinkedHashMap<>();
  private OptionalInt most = OptionalInt.empty();
  private MessagePace pace = MessagePace.unbounded();

  VenuePace(Clocks clocks) {
    this.clocks = clocks;
  }

  /** Whether an order or new values may leave now; if so, they count. */
  synchronized boolean order(VenueSession session) {
    return paceOf(session).order(clocks.nanos());
  }

  /** Whether a cancel may leave now; if so, it counts, and otherwise it is held. */
  synchronized boolean cancel(VenueSession session, Outgoing.Cancel next) {
    boolean leaves = cancel(session);
    if (!leaves) {
      held.putIfAbsent(next.id(), next);
    }
    return leaves;
  }

  /** Whether a cancel may leave now; if so, it counts. */
  synchronized boolean cancel(VenueSession session) {
    return paceOf(session).cancel(clocks.nanos());
  }

  /** Cancels that were held, the oldest first; held no more. */
  synchronized List<Outgoing.Cancel> takeHeld() {
    if (held.isEmpty()) {
      return List.of();
    }
    var all = List.copyOf(held.values());
    held.clear();
    return all;
  }

  /** What left over an earlier session counts as well, as long as the venue's number stays. */
  private MessagePace paceOf(VenueSession session) {
    if (!session.messagesPerSecond().equals(most)) {
      most = session.messagesPerSecond();
      pace = most.isPresent() ? MessagePace.of(most.getAsInt()) : MessagePace.unbounded();
    }
    return pace;
  }
}
