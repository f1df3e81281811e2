package io.palmyra.backtest.search;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter and what is tried of it.
 *
 * @param name of the parameter
 * @param values each once, as the strategy reads them
 * @param ordered whether values that stand beside each other are like each other
 */
public record Axis(String name, List<String> values, boolean ordered) {
  /** As many values are told as a range if they can be. */
  private static final int LIST = 6;

  public Axis {
    values = List.copyOf(values);
  }

  /** All of its values in words: a range where that says the same as their list. */
  public String inWords() {
    String range = values.size() < LIST ? null : range();
    return range == null ? String.join(", ", values) : range;
  }

  private @Nullable String range() {
    try {
      var first = new BigDecimal(values.getFirst());
      BigDecimal step = new BigDecimal(values.get(1)).subtract(first);
      BigDecimal next = first;
      for (String value : values) {
        if (new BigDecimal(value).compareTo(next) != 0) {
          return null;
        }
        next = next.add(step);
      }
      return values.getFirst() + ".." + values.getLast() + ":" + step.toPlainString();
    } catch (NumberFormatException _) {
      return null;
    }
  }

  int size() {
    return values.size();
  }
}
