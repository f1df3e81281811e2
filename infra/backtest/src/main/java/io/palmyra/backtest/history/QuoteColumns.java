package io.palmyra.backtest.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file of quotes means what.
 *
 * @param bidSize −1 where there is none, as {@code askSize}
 * @param names those that were found, by what they mean
 */
record QuoteColumns(
    int time, int bid, int ask, int bidSize, int askSize, Map<String, String> names) {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "time", List.of("time", "timestamp", "date", "datetime"),
          "bid", List.of("bid", "bid price", "bid_price", "bidprice"),
          "ask", List.of("ask", "ask price", "ask_price", "askprice", "offer"),
          "bidSize", List.of("bid size", "bid_size", "bidsize", "bid volume", "bid_volume"),
          "askSize", List.of("ask size", "ask_size", "asksize", "ask volume", "ask_volume"));

  /** Those of a header; empty if it is none of quotes. */
  static Optional<QuoteColumns> of(List<String> header) {
    var found = new LinkedHashMap<String, String>();
    Integer time = find("time", header, found);
    Integer bid = find("bid", header, found);
    Integer ask = find("ask", header, found);
    if (time == null || bid == null || ask == null) {
      return Optional.empty();
    }
    Integer bidSize = find("bidSize", header, found);
    Integer askSize = find("askSize", header, found);
    return Optional.of(
        bidSize == null || askSize == null
            ? new QuoteColumns(time, bid, ask, -1, -1, found)
            : new QuoteColumns(time, bid, ask, bidSize, askSize, found));
  }

  /** Those of LEAN's files of quotes, which have no header. */
  static QuoteColumns lean() {
    return new QuoteColumns(
        0, 1, 2, -1, -1, Map.of("time", "first", "bid", "second", "ask", "third"));
  }

  int last() {
    return Math.max(Math.max(time, Math.max(bid, ask)), Math.max(bidSize, askSize));
  }

  private static @Nullable Integer find(
      String what, List<String> header, Map<String, String> found) {
    for (String name : NAMES.getOrDefault(what, List.of())) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).strip().toLowerCase(Locale.ROOT).equals(name)) {
          found.put(what, header.get(i).strip());
          return i;
        }
      }
    }
    return null;
  }
}
