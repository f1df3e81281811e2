package io.palmyra.gateway.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.web.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Turns a person's order into a signal; risk decides, and its answer comes on the stream. */
public final class OrderEntry {
  private static final Duration VALID_FOR = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<Map<InstrumentId, InstrumentDefined>> instruments;
  private final Publisher publisher;
  private final InstantSource clock;

  /**
   * @param instruments what can be traded now
   */
  public OrderEntry(
      Supplier<Map<InstrumentId, InstrumentDefined>> instruments,
      Publisher publisher,
      InstantSource clock) {
    this.instruments = instruments;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Publishes the signal; the same person and key give the same signal, so that a repeat is
   * harmless.
   *
   * @throws io.palmyra.platform.web.ProblemException 400 naming each field that is wrong, 503 if
   *     the signal is not known to be written
   */
  public SignalId enter(OrderTicket ticket, String person, String idempotencyKey) {
    TicketReader.Wishes wishes = TicketReader.read(ticket, instrument(ticket.instrument()));
    var source = new SignalSource("person:" + person);
    Instant now = clock.instant();
    var signal =
        new OrderRequested(
            SignalId.of(source, ticket.account(), idempotencyKey),
            ticket.account(),
            source,
            ticket.instrument(),
            ticket.side(),
            ticket.type(),
            ticket.quantity(),
            ticket.limitPrice(),
            ticket.stopPrice(),
            ticket.trailingOffset(),
            ticket.timeInForce(),
            Boolean.TRUE.equals(ticket.reduceOnly()),
            wishes.algorithm(),
            wishes.bracket(),
            now.plus(VALID_FOR),
            List.of());
    try {
      publisher
          .publish(
              Topic.SIGNALS,
              ticket.account().value(),
              publisher.envelope(signal.signalId().value(), signal, now, null))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw Problems.unavailable(
          "The order is not known to have been taken. Send it again with the same Idempotency-Key.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("The gateway is stopping.");
    }
    return signal.signalId();
  }

  /** Whether orders for the instrument can be checked. */
  public boolean knows(InstrumentId instrument) {
    return instruments.get().containsKey(instrument);
  }

  private InstrumentDefined instrument(InstrumentId wanted) {
    InstrumentDefined instrument = instruments.get().get(wanted);
    if (instrument == null) {
      throw Problems.invalid("instrument", wanted, "one of those under /api/v1/instruments");
    }
    return instrument;
  }
}
