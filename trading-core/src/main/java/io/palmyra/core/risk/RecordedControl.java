package io.palmyra.core.risk;

import io.palmyra.contracts.decision.ControlStanding;
import io.palmyra.core.control.Verdict;
import java.util.List;
import java.util.Set;

/** What control said, as it stands in decisions. */
final class RecordedControl {
  private RecordedControl() {}

  static ControlStanding of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Running _ ->
          new ControlStanding(ControlStanding.Verdict.RUNNING, List.of(), List.of(), null);
      case Verdict.ReduceOnly only ->
          new ControlStanding(ControlStanding.Verdict.REDUCE_ONLY, only.halts(), List.of(), null);
      case Verdict.Halted halted ->
          new ControlStanding(
              ControlStanding.Verdict.HALTED,
              halted.halts(),
              halted.authorising().stream().sorted().toList(),
              null);
      case Verdict.NotFresh stale ->
          new ControlStanding(
              ControlStanding.Verdict.NOT_FRESH, stale.halts(), List.of(), stale.reason());
    };
  }

  static Verdict of(ControlStanding recorded) {
    return switch (recorded.verdict()) {
      case RUNNING -> new Verdict.Running();
      case REDUCE_ONLY -> new Verdict.ReduceOnly(recorded.halts());
      case HALTED -> new Verdict.Halted(recorded.halts(), Set.copyOf(recorded.authorising()));
      case NOT_FRESH -> new Verdict.NotFresh(String.valueOf(recorded.reason()), recorded.halts());
    };
  }
}
