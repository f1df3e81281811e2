package io.palmyra.core.strategy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of strategy that can be run, by their ids. Immutable. */
public final class StrategyCatalogue {
  private final Map<String, StrategyType> types;

  /**
   * @param types each with an id of its own
   */
  public StrategyCatalogue(Collection<? extends StrategyType> types) {
    Map<String, StrategyType> byId = new LinkedHashMap<>();
    for (StrategyType type : types) {
      if (byId.putIfAbsent(type.descriptor().id(), type) != null) {
        throw new IllegalArgumentException("two strategies are called " + type.descriptor().id());
      }
    }
    this.types = Collections.unmodifiableMap(byId);
  }

  /** Those that come with Palmyra. */
  public static StrategyCatalogue builtIn() {
    return new StrategyCatalogue(
        List.of(
            new SmaCrossType(),
            new EmaCrossType(),
            new RsiSentimentType(),
            new MacdType(),
            new BollingerType(),
            new VwapType(),
            new MfiType(),
            new EveryTickType()));
  }

  /** All, in a stable order. */
  public Collection<StrategyType> all() {
    return types.values();
  }

  /** The type of an id, empty if there is none. */
  public Optional<StrategyType> find(String id) {
    return Optional.ofNullable(types.get(id));
  }
}
