package io.palmyra.core.strategy.indicator;

import io.palmyra.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bars of the shared data, each with the values that others worked out for it. */
final class Quotes {
  private Quotes() {}

  /**
   * A bar.
   *
   * @param time as it stands in the file
   * @param expected by column; empty text where nothing is expected
   */
  record Quote(
      String time,
      double open,
      double high,
      double low,
      double close,
      double volume,
      Map<String, String> expected) {}

  static List<Quote> of(String file) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.require("indicators/" + file));
    String[] names = lines.getFirst().replace("\uFEFF", "").toLowerCase(Locale.ROOT).split(",", -1);
    List<Quote> quotes = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      quotes.add(quote(names, line.split(",", -1)));
    }
    return quotes;
  }

  private static Quote quote(String[] names, String[] cells) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.length; i++) {
      values.put(names[i], cells[i]);
    }
    return new Quote(
        cells[0],
        number(values, "open"),
        number(values, "high"),
        number(values, "low"),
        number(values, "close"),
        number(values, "volume"),
        values);
  }

  /** What is not there counts as 0. */
  private static double number(Map<String, String> values, String name) {
    String text = values.get(name);
    return text == null || text.isBlank() ? 0 : Double.parseDouble(text);
  }
}
