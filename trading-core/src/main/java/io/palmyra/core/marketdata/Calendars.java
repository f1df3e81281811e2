package io.palmyra.core.marketdata;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The session calendars of the markets that we know. */
final class Calendars {
  private Calendars() {}

  /** Foreign exchange: Sunday 17:00 to Friday 17:00 in New York. */
  static SessionCalendar foreignExchange() {
    List<TradingSession> sessions = new ArrayList<>();
    sessions.add(new TradingSession(DayOfWeek.SUNDAY, LocalTime.of(17, 0), Duration.ofHours(24)));
    for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)) {
      sessions.add(new TradingSession(day, LocalTime.of(17, 0), Duration.ofHours(24)));
    }
    return new SessionCalendar(ZoneId.of("America/New_York"), sessions, Set.of());
  }

  /**
   * Crude palm oil futures at Bursa Malaysia Derivatives: 10:30 to 12:30 and 14:30 to 18:00 from
   * Monday to Friday, 21:00 to 23:30 from Monday to Thursday, in Kuala Lumpur.
   */
  static SessionCalendar bursaMalaysiaDerivatives() {
    List<TradingSession> sessions = new ArrayList<>();
    for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
      sessions.add(new TradingSession(day, LocalTime.of(10, 30), Duration.ofHours(2)));
      sessions.add(new TradingSession(day, LocalTime.of(14, 30), Duration.ofMinutes(210)));
      if (day != DayOfWeek.FRIDAY) {
        sessions.add(new TradingSession(day, LocalTime.of(21, 0), Duration.ofMinutes(150)));
      }
    }
    return new SessionCalendar(ZoneId.of("Asia/Kuala_Lumpur"), sessions, Set.of());
  }
}
