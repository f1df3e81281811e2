package io.palmyra.backtest.history;

import io.palmyra.backtest.history.CsvImport.Row;
import io.palmyra.backtest.history.ImportReport.Gap;
import io.palmyra.backtest.history.ImportReport.Rejected;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes bars of rows: brings them into one order, and finds what is twice and what is missing. */
final class Assembly {
  private static final Duration DAY = Duration.ofDays(1);

  private final List<Row> rows;
  private final List<Rejected> rejected;

  Assembly(List<Row> rows, List<Rejected> rejected) {
    this.rows = rows;
    this.rejected = rejected;
  }

  Imported imported(
      String file, String sha256, Map<String, String> columns, String timeFormat, int read) {
    boolean newestFirst = rows.size() > 1 && rows.getFirst().time().isAfter(rows.getLast().time());
    List<Row> taken = inOrder(newestFirst);
    Duration interval = interval(taken);
    int priceScale = taken.stream().mapToInt(row -> row.numbers().priceScale()).max().orElse(0);
    int volumeScale =
        taken.stream().mapToInt(row -> row.numbers().volume().scale()).max().orElse(0);
    var bars = Bars.builder(priceScale, volumeScale, interval == null ? DAY : interval);
    taken.forEach(row -> add(row, priceScale, volumeScale, bars));
    rejected.sort(Comparator.comparingLong(Rejected::line));
    return new Imported(
        bars.build(),
        new ImportReport(
            file,
            sha256,
            columns,
            timeFormat,
            newestFirst,
            read,
            taken.size(),
            rejected,
            interval,
            taken.isEmpty() ? null : taken.getFirst().time(),
            taken.isEmpty() ? null : taken.getLast().time(),
            priceScale,
            volumeScale,
            (int) taken.stream().filter(row -> row.numbers().volumeRounded()).count(),
            interval == null ? List.of() : gaps(taken, interval)));
  }

  /** Oldest first; of two rows of one time the one that stands first in the file. */
  private List<Row> inOrder(boolean newestFirst) {
    var taken = new ArrayList<Row>(rows.size());
    for (Row row : rows) {
      int order = taken.isEmpty() ? 1 : row.time().compareTo(taken.getLast().time());
      if (order == 0) {
        rejected.add(new Rejected(row.line(), RejectReason.DUPLICATE_TIME, row.text()));
      } else if (!taken.isEmpty() && order > 0 == newestFirst) {
        rejected.add(new Rejected(row.line(), RejectReason.OUT_OF_ORDER, row.text()));
      } else {
        taken.add(row);
      }
    }
    if (newestFirst) {
      Collections.reverse(taken);
    }
    return taken;
  }

  /** The time that most bars are apart; the shortest of those that are as many. */
  private static @Nullable Duration interval(List<Row> taken) {
    var counts = new HashMap<Duration, Integer>();
    for (int i = 1; i < taken.size(); i++) {
      counts.merge(Duration.between(taken.get(i - 1).time(), taken.get(i).time()), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Duration, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static List<Gap> gaps(List<Row> taken, Duration interval) {
    var gaps = new ArrayList<Gap>();
    for (int i = 1; i < taken.size(); i++) {
      Instant expected = taken.get(i - 1).time().plus(interval);
      Instant next = taken.get(i).time();
      long missing = missing(expected, next, interval);
      if (missing > 0) {
        gaps.add(new Gap(expected, next, missing));
      }
    }
    return gaps;
  }

  private static long missing(Instant expected, Instant next, Duration interval) {
    if (!interval.equals(DAY)) {
      return Math.max(0, Duration.between(expected, next).dividedBy(interval));
    }
    return expected
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .datesUntil(next.atZone(ZoneOffset.UTC).toLocalDate())
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY)
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .count();
  }

  private static void add(Row row, int priceScale, int volumeScale, Bars.Builder bars) {
    Decimals numbers = row.numbers();
    bars.add(
        row.time().toEpochMilli(),
        units(numbers.open(), priceScale),
        units(numbers.high(), priceScale),
        units(numbers.low(), priceScale),
        units(numbers.close(), priceScale),
        units(numbers.volume(), volumeScale));
  }

  private static long units(BigDecimal number, int scale) {
    return number.setScale(scale).unscaledValue().longValueExact();
  }
}
