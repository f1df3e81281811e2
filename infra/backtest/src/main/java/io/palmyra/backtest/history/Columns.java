package io.palmyra.backtest.history;

import io.palmyra.local.LocalFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of a file means what, by the names that its header gives. */
record Columns(
    int time,
    int open,
    int high,
    int low,
    int close,
    Optional<Integer> volume,
    Map<String, String> names) {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "time", List.of("time", "timestamp", "date", "datetime", "open time", "open_time"),
          "open", List.of("open", "o"),
          "high", List.of("high", "h"),
          "low", List.of("low", "l"),
          "close", List.of("close", "c", "price", "last"),
          "volume", List.of("volume", "vol.", "vol", "v"));

  /**
   * @throws LocalFailure if a column that bars need is not there
   */
  static Columns of(String file, List<String> header) {
    var names = new LinkedHashMap<String, String>();
    return new Columns(
        required("time", file, header, names),
        required("open", file, header, names),
        required("high", file, header, names),
        required("low", file, header, names),
        required("close", file, header, names),
        find("volume", header, names),
        names);
  }

  int last() {
    int last = Math.max(Math.max(time, open), Math.max(Math.max(high, low), close));
    return Math.max(last, volume.orElse(0));
  }

  private static int required(
      String what, String file, List<String> header, Map<String, String> found) {
    return find(what, header, found)
        .orElseThrow(
            () ->
                LocalFailure.refused(
                    "%s has no column for %s: its header is '%s'; allowed: one of %s"
                        .formatted(file, what, String.join(",", header), NAMES.get(what))));
  }

  private static Optional<Integer> find(
      String what, List<String> header, Map<String, String> found) {
    for (String name : NAMES.getOrDefault(what, List.of())) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).strip().toLowerCase(Locale.ROOT).equals(name)) {
          found.put(what, header.get(i).strip());
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }
}
