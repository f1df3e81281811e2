package io.palmyra.core.allocation;

import io.palmyra.contracts.id.StrategyInstanceId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A strategy that is to have a share.
 *
 * @param strategy which
 * @param returns of it by day, as fractions; empty where none are known
 */
public record Candidate(StrategyInstanceId strategy, SortedMap<LocalDate, Double> returns) {
  /**
   * @throws IllegalArgumentException if a return is not finite, or below -1
   */
  public Candidate {
    returns = Collections.unmodifiableSortedMap(new TreeMap<>(returns));
    returns.forEach(
        (day, value) -> {
          if (!Double.isFinite(value) || value < -1) {
            throw new IllegalArgumentException(
                "return of %s on %s is %s; allowed: finite, at least -1"
                    .formatted(strategy, day, value));
          }
        });
  }
}
