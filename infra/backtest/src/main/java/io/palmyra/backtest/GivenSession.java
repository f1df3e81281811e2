package io.palmyra.backtest;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When an instrument trades, as options say it. */
final class GivenSession {
  private static final String ALLOWED =
      "such as 'Mon-Fri 10:30-12:30,14:30-18:00; Mon-Thu 21:00-23:30 Asia/Kuala_Lumpur'";

  private GivenSession() {}

  /**
   * Reads the options.
   *
   * @param session null for always
   * @param holidays days, or a file of them; null for none
   */
  static SessionCalendar of(@Nullable String session, @Nullable String holidays)
      throws IOException {
    if (session == null) {
      if (holidays != null) {
        throw Programs.wrong("--holidays", holidays, "with --session, which says when it is open");
      }
      return SessionCalendar.always();
    }
    SessionCalendar weekly = Programs.read("--session", session, GivenSession::weekly);
    Set<LocalDate> days = holidays == null ? Set.of() : days(holidays);
    return new SessionCalendar(weekly.zone(), weekly.sessions(), days);
  }

  private static SessionCalendar weekly(String text) {
    String plain = text.strip();
    int last = plain.lastIndexOf(' ');
    if (last < 0) {
      throw new IllegalArgumentException(ALLOWED);
    }
    try {
      var sessions = new ArrayList<TradingSession>();
      for (String part : plain.substring(0, last).split(";", -1)) {
        String[] daysAndTimes = part.strip().split("\\s+", -1);
        if (daysAndTimes.length != 2) {
          throw new IllegalArgumentException(ALLOWED);
        }
        for (DayOfWeek day : weekdays(daysAndTimes[0])) {
          for (String times : daysAndTimes[1].split(",", -1)) {
            sessions.add(session(day, times));
          }
        }
      }
      return new SessionCalendar(ZoneId.of(plain.substring(last + 1)), sessions, Set.of());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(ALLOWED + "; " + e.getMessage(), e);
    }
  }

  /** One that ends no later than it opens ends on the next day. */
  private static TradingSession session(DayOfWeek day, String times) {
    String[] both = times.split("-", -1);
    if (both.length != 2) {
      throw new IllegalArgumentException(ALLOWED);
    }
    LocalTime opens = LocalTime.parse(both[0]);
    Duration length = Duration.between(opens, LocalTime.parse(both[1]));
    return new TradingSession(day, opens, length.isPositive() ? length : length.plusDays(1));
  }

  private static List<DayOfWeek> weekdays(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length > 2) {
      throw new IllegalArgumentException(ALLOWED);
    }
    var days = new ArrayList<DayOfWeek>();
    DayOfWeek day = weekday(ends[0]);
    days.add(day);
    while (day != weekday(ends[ends.length - 1])) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek weekday(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    throw new IllegalArgumentException(ALLOWED);
  }

  private static Set<LocalDate> days(String text) throws IOException {
    if (text.matches("[\\d,\\-\\s]+")) {
      var days = new LinkedHashSet<LocalDate>();
      for (String each : text.split(",", -1)) {
        days.add(day(text, each));
      }
      return days;
    }
    Path file = Path.of(text);
    if (!Files.isRegularFile(file)) {
      throw Programs.wrong(
          "--holidays",
          text,
          "days such as 2026-01-01,2026-12-25, or a file with one in each line");
    }
    var days = new LinkedHashSet<LocalDate>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        days.add(day(file + " line " + (i + 1) + ": " + lines.get(i), lines.get(i)));
      }
    }
    return days;
  }

  private static LocalDate day(String where, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException _) {
      throw Programs.wrong("--holidays", where, "days such as 2026-12-25");
    }
  }
}
