package io.palmyra.strategy.inbound;

import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.userstrategy.LoadedStrategies;
import io.palmyra.userstrategy.StrategyJar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A type of strategy as people are shown it.
 *
 * @param id stable name
 * @param description what it does
 * @param simulatedOnly whether it runs on the simulated venue only
 * @param jar the file that it comes from, null if it comes with Palmyra
 * @param jarSha256 of that file's bytes
 * @param parameters its schema
 */
record StrategyView(
    String id,
    String description,
    boolean simulatedOnly,
    @Nullable String jar,
    @Nullable String jarSha256,
    List<ParameterView> parameters) {
  /**
   * One parameter.
   *
   * @param name of it
   * @param type integer, decimal, choice, text, duration or flag
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

  static StrategyView of(StrategyType type, LoadedStrategies loaded) {
    var descriptor = type.descriptor();
    Optional<StrategyJar> jar = loaded.jarOf(descriptor.id());
    return new StrategyView(
        descriptor.id(),
        descriptor.description(),
        descriptor.simulatedOnly(),
        jar.map(StrategyJar::file).orElse(null),
        jar.map(StrategyJar::sha256).orElse(null),
        descriptor.parameters().stream().map(ParameterView::of).toList());
  }
}
