package io.palmyra.marketdata.outbound.replay;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a file of bars stand.
 *
 * @param time index of date and time, or of the date alone
 * @param timeOfDay index of the time of day, −1 where it stands with the date
 */
record Header(
    char separator, int cells, int time, int timeOfDay, int open, int high, int low, int close) {
  private static final List<String> TIMES =
      List.of("timestamp", "datetime", "date time", "open time", "open_time", "date", "time");

  /**
   * Reads a header.
   *
   * @throws IOException if a column is not there, naming it and what there is
   */
  static Header of(String line, ReplaySettings.Columns columns) throws IOException {
    char separator = CsvLine.separator(line);
    List<String> names = CsvLine.cells(line, separator).stream().map(Header::plain).toList();
    int time = find(names, "time", columns.time(), TIMES);
    int timeOfDay =
        columns.timeOfDay() == null
            ? -1
            : find(names, "time of day", columns.timeOfDay(), List.of());
    if (timeOfDay < 0 && names.get(time).equals("date")) {
      timeOfDay = names.indexOf("time");
    }
    return new Header(
        separator,
        names.size(),
        time,
        timeOfDay,
        find(names, "open", columns.open(), List.of("open", "o")),
        find(names, "high", columns.high(), List.of("high", "h")),
        find(names, "low", columns.low(), List.of("low", "l")),
        find(names, "close", columns.close(), List.of("close", "price", "last", "c")));
  }

  private static int find(
      List<String> names, String what, @Nullable String given, List<String> usual)
      throws IOException {
    List<String> candidates = given == null ? usual : List.of(plain(given));
    return candidates.stream()
        .map(names::indexOf)
        .filter(index -> index >= 0)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "the header has no column for "
                        + what
                        + ": looked for "
                        + candidates
                        + ", found "
                        + names
                        + "; name it by palmyra.market-data.replay.columns"));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
