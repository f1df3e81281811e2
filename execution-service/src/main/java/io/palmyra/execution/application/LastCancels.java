package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What halts still cancel while the journal takes nothing and the session stands, as when the
 * database is away and the lease lost with it: from a copy of the orders that may work. Whoever
 * owns the account next asks the venue what became of them. Driven by the account's own thread.
 */
final class LastCancels {
  private static final Logger LOG = LoggerFactory.getLogger(LastCancels.class);

  private final AccountIdentity identity;
  private final OrderBook open;
  private final HaltCancels halts;
  private final VenuePace pace;
  private final Clocks clocks;
  private final Duration answerWithin;
  private final AskedCancels asked = new AskedCancels();
  private final Map<ClientOrderId, Outgoing.Cancel> waiting = new LinkedHashMap<>();

  /**
   * @param open a copy, changed here by what the venue answers
   * @param pace that of the sender
   */
  LastCancels(
      AccountIdentity identity,
      Control control,
      OrderBook open,
      VenuePace pace,
      Clocks clocks,
      Duration answerWithin) {
    this.identity = identity;
    this.open = open;
    this.halts = new HaltCancels(identity, control, open);
    this.pace = pace;
    this.clocks = clocks;
    this.answerWithin = answerWithin;
  }

  /** What the venue told meanwhile; an order that ended, or will not be canceled, is left alone. */
  void heard(VenueNotice notice) {
    switch (notice) {
      case VenueNotice.Canceled _,
          VenueNotice.Rejected _,
          VenueNotice.Expired _,
          VenueNotice.Replaced _,
          VenueNotice.CancelRejected _ ->
          open.forget(notice.clientOrderId());
      case VenueNotice.Accepted _, VenueNotice.OfFill _, VenueNotice.ReplaceRejected _ -> {
        // It may still work.
      }
    }
  }

  /** Cancels what halts want by now, and again what the venue has not answered. */
  void turn(VenueSession over) throws IOException {
    halts.wanted().forEach(this::await);
    asked.takeDue(clocks.nanos(), answerWithin).forEach(this::await);
    for (Outgoing.Cancel next : List.copyOf(waiting.values())) {
      if (!pace.cancel(over)) {
        return;
      }
      waiting.remove(next.id());
      cancel(over, next);
    }
  }

  private void await(Outgoing.Cancel next) {
    if (open.find(next.id()).isPresent() && asked.reason(next.id()).isEmpty()) {
      waiting.putIfAbsent(next.id(), next);
    }
  }

  private void cancel(VenueSession over, Outgoing.Cancel next) throws IOException {
    asked.add(next, clocks.nanos());
    LOG.warn(
        "cancel without a journal account={} order={} reason={}",
        identity.account(),
        next.id(),
        next.reason());
    over.cancel(next.id(), next.reason());
  }
}
