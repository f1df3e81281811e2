package io.palmyra.userstrategy;

import io.palmyra.core.strategy.StrategyType;
import java.util.List;

/**
 * A jar that was taken.
 *
 * @param file its name in the directory
 * @param sha256 of all its bytes, in hex
 * @param types one or more, each with a descriptor that stays the same
 */
public record StrategyJar(String file, String sha256, List<StrategyType> types) {
  public StrategyJar {
    types = List.copyOf(types);
  }

  /** Ids of its types. */
  public List<String> ids() {
    return types.stream().map(type -> type.descriptor().id()).toList();
  }
}
