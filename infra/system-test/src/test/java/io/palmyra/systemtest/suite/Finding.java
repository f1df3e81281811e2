package io.palmyra.systemtest.suite;

import java.util.List;

/**
 * What came of looking whether a property holds.
 *
 * @param property what must hold
 * @param looked how much was looked at, for people
 * @param violations each that was found
 */
public record Finding(String property, String looked, List<String> violations) {
  public Finding {
    violations = List.copyOf(violations);
  }

  /** Whether it holds, and something was there to look at. */
  public boolean holds() {
    return violations.isEmpty();
  }
}
