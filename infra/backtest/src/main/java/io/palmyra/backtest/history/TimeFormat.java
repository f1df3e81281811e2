package io.palmyra.backtest.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the times of a file are written. */
sealed interface TimeFormat {
  /** For people. */
  String name();

  /** The moment that a text says; throws where it says none. */
  Instant read(String text);

  /** The first of the usual ones that reads a text. */
  static Optional<TimeFormat> of(String text, ZoneId zone) {
    String plain = text.strip();
    if (plain.matches("\\d{10}")) {
      return Optional.of(new Epoch("seconds since 1970", 1_000));
    }
    if (plain.matches("\\d{13}")) {
      return Optional.of(new Epoch("milliseconds since 1970", 1));
    }
    return USUAL.stream()
        .map(pattern -> pattern(pattern, zone))
        .filter(f -> reads(f, plain))
        .findFirst();
  }

  /** Text with a pattern of the JDK, such as {@code dd/MM/yyyy}. */
  static TimeFormat pattern(String pattern, ZoneId zone) {
    return new Text(pattern, DateTimeFormatter.ofPattern(pattern, Locale.ROOT), zone);
  }

  /** Where day and month could be either, the month is first, as exports of the field write it. */
  List<String> USUAL =
      List.of(
          "yyyy-MM-dd",
          "yyyy-MM-dd HH:mm",
          "yyyy-MM-dd HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX]",
          "yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX]",
          "yyyyMMdd",
          "yyyyMMdd HH:mm",
          "yyyyMMdd HH:mm:ss",
          "M/d/yyyy",
          "M/d/yy",
          "M/d/yyyy H:mm",
          "MMM d, yyyy");

  private static boolean reads(TimeFormat format, String text) {
    try {
      format.read(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /** A number. */
  record Epoch(String name, long millis) implements TimeFormat {
    @Override
    public Instant read(String text) {
      try {
        return Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text.strip()), millis));
      } catch (NumberFormatException | ArithmeticException e) {
        throw new DateTimeException("no number: " + text, e);
      }
    }
  }

  /** A text. */
  record Text(String name, DateTimeFormatter formatter, ZoneId zone) implements TimeFormat {
    @Override
    public Instant read(String text) {
      TemporalAccessor read =
          formatter.parseBest(text.strip(), Instant::from, LocalDateTime::from, LocalDate::from);
      return switch (read) {
        case Instant instant -> instant;
        case LocalDateTime local -> local.atZone(zone).toInstant();
        case LocalDate date -> date.atStartOfDay(zone).toInstant();
        default -> throw new DateTimeException("no time: " + text);
      };
    }
  }
}
