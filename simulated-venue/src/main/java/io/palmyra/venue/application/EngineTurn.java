package io.palmyra.venue.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.Outcome;
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

  /** Takes a fill back. */
  public Outcome bust(AccountId account, ExecutionId execution, String reason, Instant now) {
    Outcome outcome = matching.bust(account, execution, reason, now);
    if (outcome instanceof Outcome.Done done) {
      happened(done.records());
    }
    return outcome;
  }

  /** Ends an account's session; false if it has none. */
  public boolean disconnect(AccountId account) {
    ClientSession session = sessions.of(account);
    if (session != null) {
      close(session, "told to");
    }
    return session != null;
  }

  /** Does something once the turn is durable. */
  void afterwards(Runnable then) {
    tell.add(then);
  }

  /** Does something of which nobody hears, though it happens and is journaled. */
  void untold(Runnable deed) {
    int told = tell.size();
    deed.run();
    tell.subList(told, tell.size()).clear();
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
