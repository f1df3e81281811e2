package io.palmyra.backtest.history;

import io.palmyra.local.LocalFailure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * Which column of a file of scores means what, by the names that its header gives.
 *
 * @param instrument −1 where there is none, as {@code validUntil}
 */
record SentimentColumns(
    int knownAt, int score, int confidence, int source, int instrument, int validUntil) {
  /**
   * @throws LocalFailure if a column that scores need is not there
   */
  static SentimentColumns of(String file, List<String> header) {
    return new SentimentColumns(
        required("knownAt", file, header),
        required("score", file, header),
        required("confidence", file, header),
        required("source", file, header),
        find("instrument", header),
        find("validUntil", header));
  }

  int last() {
    return Stream.of(knownAt, score, confidence, source, instrument, validUntil)
        .mapToInt(Integer::intValue)
        .max()
        .orElseThrow();
  }

  /** What a row has in a column; empty where there is no such column. */
  static String cell(CSVRecord row, int column) {
    return column < 0 ? "" : row.get(column).strip();
  }

  private static int required(String name, String file, List<String> header) {
    int found = find(name, header);
    if (found < 0) {
      throw LocalFailure.refused(
          "%s has no column %s: its header is '%s'; allowed: knownAt, score, confidence, source,"
                  .formatted(file, name, String.join(",", header))
              + " and where wanted instrument, validUntil");
    }
    return found;
  }

  private static int find(String name, List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      String plain = header.get(i).strip().replace("_", "").replace(" ", "");
      if (plain.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }
}
