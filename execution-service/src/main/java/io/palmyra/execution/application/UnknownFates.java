package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.poison.HaltRequests;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the venue for orders whose fate became unknown while the session lived. Asked by the
 * account's own thread.
 */
final class UnknownFates {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final AccountIdentity identity;
  private final OrderBook book;
  private final Reconciliation reconciliation;
  private final HaltRequests halts;
  private final Clocks clocks;
  private final Set<ClientOrderId> told = new HashSet<>();
  private long dueNanos;

  UnknownFates(
      AccountIdentity identity,
      OrderBook book,
      Reconciliation reconciliation,
      HaltRequests halts,
      Clocks clocks) {
    this.identity = identity;
    this.book = book;
    this.reconciliation = reconciliation;
    this.halts = halts;
    this.clocks = clocks;
    this.dueNanos = clocks.nanos() + EVERY.toNanos();
  }

  /** Asks, if it is time and there is anything to ask for. */
  void look(VenueSession session) throws IOException {
    if (clocks.nanos() - dueNanos < 0) {
      return;
    }
    dueNanos = clocks.nanos() + EVERY.toNanos();
    for (Order order : book.all()) {
      if (order.state() instanceof OrderState.Unknown) {
        Optional<String> differs = reconciliation.resolve(order, session);
        if (differs.isPresent() && told.add(order.id())) {
          halts.requestHalt(identity.account(), "RECONCILIATION", differs.get());
        }
      }
    }
  }
}
