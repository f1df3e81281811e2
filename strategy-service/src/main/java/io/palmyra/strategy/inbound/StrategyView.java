package io.palmyra.strategy.inbound;

import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.StrategyType;
import java.util.List;

/**
 * A type of strategy as people are shown it.
 *
 * @param id stable name
 * @param description what it does
 * @param simulatedOnly whether it runs on the simulated venue only
 * @param parameters its schema
 */
record StrategyView(
    String id, String description, boolean simulatedOnly, List<ParameterView> parameters) {
  /**
   * One parameter.
   *
   * @param name of it
   * @param type integer, decimal, choice, duration or flag
   * @param allowed bounds in words
   * @param defaultValue taken where none is given
   * @param meaning what it does
   */
  record ParameterView(
      String name, String type, String allowed, String defaultValue, String meaning) {
    static ParameterView of(ParameterSpec spec) {
      return new ParameterView(
          spec.name(), spec.type(), spec.allowed(), spec.defaultText(), spec.meaning());
    }
  }

  static StrategyView of(StrategyType type) {
    var descriptor = type.descriptor();
    return new StrategyView(
        descriptor.id(),
        descriptor.description(),
        descriptor.simulatedOnly(),
        descriptor.parameters().stream().map(ParameterView::of).toList());
  }
}
