package io.palmyra.execution.simulation;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.core.risk.DecisionReplay;

/** A decision's record must be enough to make it again. */
final class Repeatable {
  private Repeatable() {}

  static void require(Decision made) {
    switch (DecisionReplay.of(made)) {
      case DecisionReplay.Different other ->
          throw new Violation("made again it is " + other.now() + ", it was " + made);
      case DecisionReplay.Unrepeatable not -> throw new Violation(not.why());
      case DecisionReplay.Same _, DecisionReplay.NothingToDecide _ -> {}
    }
  }
}
