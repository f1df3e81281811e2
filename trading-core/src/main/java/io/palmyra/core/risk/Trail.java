package io.palmyra.core.risk;

import io.palmyra.contracts.decision.CheckResult;
import io.palmyra.core.risk.Check.Compared;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the checks of one decision found, in words, for its record; nothing where it has none. */
final class Trail {
  private final @Nullable List<CheckResult> results;

  private Trail(@Nullable List<CheckResult> results) {
    this.results = results;
  }

  /**
   * One that has noted nothing yet.
   *
   * @param recorded whether it is to note anything
   */
  static Trail begin(boolean recorded) {
    return new Trail(recorded ? new ArrayList<>() : null);
  }

  void note(DenialCode check, Compared found) {
    note(check, found, null);
  }

  /**
   * Notes what a check found.
   *
   * @param waived id of the override by which an order that did not pass goes on, null for none
   */
  void note(DenialCode check, Compared found, @Nullable String waived) {
    if (results != null) {
      results.add(
          new CheckResult(check.name(), found.passed(), found.value(), found.limit(), waived));
    }
  }

  List<CheckResult> results() {
    return results == null ? List.of() : results;
  }
}
