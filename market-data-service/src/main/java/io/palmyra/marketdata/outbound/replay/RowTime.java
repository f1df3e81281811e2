package io.palmyra.marketdata.outbound.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as files write them: ISO with or without an offset, {@code yyyyMMdd HH:mm}, US dates
 * such as {@code 6/15/2026}, German ones with points, seconds or milliseconds since 1970. The
 * pattern that fitted last is tried first. Times without an offset are in the zone of the settings.
 */
final class RowTime {
  private static final String TIME =
      "[[' ']['T']H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][' '][XXX][X]]";
  private static final List<String> DATES =
      List.of("yyyy-M-d", "yyyyMMdd", "yyyy/M/d", "M/d/yyyy", "M/d/yy", "d.M.yyyy");
  private static final long MILLIS_FROM = 100_000_000_000L;

  private final ZoneId zone;
  private final List<DateTimeFormatter> formats;
  private int last;

  /**
   * @param pattern the only one tried, null to find out
   */
  RowTime(ZoneId zone, @Nullable String pattern) {
    this.zone = zone;
    this.formats =
        pattern == null
            ? DATES.stream().map(date -> format(date + TIME)).toList()
            : List.of(format(pattern));
  }

  /** The moment that a text says. */
  Instant parse(String text) throws BadRowException {
    if (text.length() >= 9 && text.length() != 14 && text.chars().allMatch(Character::isDigit)) {
      return sinceEpoch(text);
    }
    for (int i = 0; i < formats.size(); i++) {
      int index = (last + i) % formats.size();
      try {
        Instant moment = moment(formats.get(index).parse(text));
        last = index;
        return moment;
      } catch (DateTimeException e) {
        // Another pattern may fit.
      }
    }
    throw new BadRowException(
        "time '" + text + "' is not readable; palmyra.market-data.replay.date-format may help");
  }

  private static Instant sinceEpoch(String text) throws BadRowException {
    if (text.length() > 16) {
      throw new BadRowException("time '" + text + "' has too many digits");
    }
    long number = Long.parseLong(text);
    return number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
  }

  private Instant moment(TemporalAccessor parsed) {
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return OffsetDateTime.from(parsed).toInstant();
    }
    LocalDate date = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time)
        .atZone(zone)
        .toInstant();
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ROOT);
  }
}
