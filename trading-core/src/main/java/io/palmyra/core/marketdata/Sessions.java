package io.palmyra.core.marketdata;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A calendar asked about one moment after the other: the session found last is remembered, so that
 * a tick costs two comparisons. Not for use by several threads.
 */
final class Sessions {
  private final SessionCalendar calendar;
  private final boolean always;
  private long opens = Long.MAX_VALUE;
  private long closes = Long.MIN_VALUE;

  Sessions(SessionCalendar calendar) {
    this.calendar = calendar;
    this.always = calendar.sessions().isEmpty();
  }

  ZoneId zone() {
    return calendar.zone();
  }

  /** Whether a session is open; the moment of closing is outside. */
  boolean isOpen(long nanos) {
    return always || (nanos >= opens && nanos < closes) || find(nanos);
  }

  /**
   * The moment after which no tick can belong to a bar: its own end, or the last close of a session
   * before that end, if none opens in between.
   *
   * @param open a moment in the bar at which a session is open
   * @param end of the bar
   */
  long lastOpenUntil(long open, long end) {
    if (always || !isOpen(open) || closes >= end) {
      return end;
    }
    long last = closes;
    Instant limit = EpochNanos.toInstant(end);
    LocalDate date = dateOf(closes).minusDays(1);
    for (; !date.isAfter(LocalDate.ofInstant(limit, zone())); date = date.plusDays(1)) {
      for (TradingSession session : calendar.sessions()) {
        Instant opening = calendar.opening(session, date);
        if (opening != null) {
          long start = EpochNanos.of(opening);
          if (start < end) {
            last = Math.max(last, Math.min(end, start + session.length().toNanos()));
          }
        }
      }
    }
    return last;
  }

  private boolean find(long nanos) {
    LocalDate today = dateOf(nanos);
    for (LocalDate date = today.minusDays(1); !date.isAfter(today); date = date.plusDays(1)) {
      for (TradingSession session : calendar.sessions()) {
        Instant opening = calendar.opening(session, date);
        if (opening != null) {
          long start = EpochNanos.of(opening);
          long end = start + session.length().toNanos();
          if (nanos >= start && nanos < end) {
            opens = start;
            closes = end;
            return true;
          }
        }
      }
    }
    return false;
  }

  private LocalDate dateOf(long nanos) {
    return LocalDate.ofInstant(EpochNanos.toInstant(nanos), zone());
  }
}
