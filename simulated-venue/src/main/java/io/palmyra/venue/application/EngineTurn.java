package io.palmyra.venue.application;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.core.venue.protocol.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One turn of the engine: what is to be durable, then who is to hear what. */
public final class EngineTurn {
  private final Matching matching;
  private final Sessions sessions;
  private final List<VenueRecord> records = new ArrayList<>();
  private final List<Runnable> tell = new ArrayList<>();

  EngineTurn(Matching matching, Sessions sessions) {
    this.matching = matching;
    this.sessions = sessions;
  }

  Matching matching() {
    return matching;
  }

  /** Takes note of an instrument. */
  public void define(InstrumentDefined instrument) {
    matching.define(instrument);
  }

  /** Moves the market; what comes of it must be handed to {@link #happened}. */
  public List<VenueRecord> tick(QuoteTick tick, Instant now) {
    return matching.onTick(tick, now);
  }

  Sessions sessions() {
    return sessions;
  }

  /** Takes records in, to be journaled, and then pushed to their accounts' sessions. */
  public void happened(List<VenueRecord> happened) {
    for (VenueRecord record : happened) {
      records.add(record);
      tell.add(
          () -> {
            ClientSession session = sessions.of(record.account());
            if (session != null) {
              session.send(new ServerFrame.Event(record));
            }
          });
    }
  }

  /** Sends a frame once the turn is durable. */
  void answer(ClientSession to, ServerFrame frame) {
    tell.add(() -> to.send(frame));
  }

  /** Closes a connection once the turn is durable. */
  void close(ClientSession session, String cause) {
    tell.add(() -> session.close(cause));
  }

  List<VenueRecord> records() {
    return records;
  }

  void tell() {
    tell.forEach(Runnable::run);
  }
}
