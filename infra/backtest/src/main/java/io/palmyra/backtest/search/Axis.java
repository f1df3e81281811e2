package io.palmyra.backtest.search;

import java.util.List;

/**
 * A parameter and what is tried of it.
 *
 * @param name of the parameter
 * @param values each once, as the strategy reads them
 * @param ordered whether values that stand beside each other are like each other
 */
public record Axis(String name, List<String> values, boolean ordered) {
  public Axis {
    values = List.copyOf(values);
  }

  int size() {
    return values.size();
  }
}
