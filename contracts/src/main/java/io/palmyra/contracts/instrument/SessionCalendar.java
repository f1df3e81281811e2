package io.palmyra.contracts.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an instrument trades. Without sessions it always does.
 *
 * @param zone in which the sessions and holidays are meant
 * @param sessions weekly sessions; empty means round the clock
 * @param holidays days, in the zone, on which no session opens
 */
public record SessionCalendar(ZoneId zone, List<TradingSession> sessions, Set<LocalDate> holidays) {
  public SessionCalendar {
    sessions = List.copyOf(sessions);
    holidays = Set.copyOf(holidays);
  }

  /** Round the clock, every day. */
  public static SessionCalendar always() {
    return new SessionCalendar(java.time.ZoneOffset.UTC, List.of(), Set.of());
  }

  /** Whether some session is open at a moment; the moment of closing is outside. */
  public boolean isOpen(Instant moment) {
    if (sessions.isEmpty()) {
      return true;
    }
    LocalDate today = LocalDate.ofInstant(moment, zone);
    for (TradingSession session : sessions) {
      for (LocalDate date = today.minusDays(1); !date.isAfter(today); date = date.plusDays(1)) {
        Instant opens = opening(session, date);
        if (opens != null
            && !moment.isBefore(opens)
            && moment.isBefore(opens.plus(session.length()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** When a session opens that begins on a date; null if it does not open on that one. */
  public @Nullable Instant opening(TradingSession session, LocalDate date) {
    return session.day() == date.getDayOfWeek() && !holidays.contains(date)
        ? date.atTime(session.opens()).atZone(zone).toInstant()
        : null;
  }
}
