package io.palmyra.risk.inbound;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.core.control.TradingControl;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.control.ControlUnansweredException;
import io.palmyra.risk.application.control.LiftHalt;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers about halts, as people get them. */
final class HaltAnswers {
  private HaltAnswers() {}

  static Items<HaltBody> list(Optional<TradingControl> control, HaltVisibility visibility) {
    return new Items<>(
        control.orElseThrow(HaltAnswers::unknown).halts().stream()
            .filter(visibility::sees)
            .sorted(
                Comparator.comparing((HaltChanged halt) -> halt.status() == HaltStatus.LIFTED)
                    .thenComparing(HaltChanged::at, Comparator.reverseOrder()))
            .map(HaltBody::of)
            .toList());
  }

  static HaltBody confirmed(Supplier<HaltChanged> writing) {
    try {
      return HaltBody.of(writing.get());
    } catch (ControlUnansweredException e) {
      throw Problems.unavailable(
          "Kafka did not confirm it in time; it may still take effect. Ask again.");
    }
  }

  static HaltChanged lifted(LiftHalt.Outcome outcome, String key) {
    return switch (outcome) {
      case LiftHalt.Outcome.Lifted lifted -> lifted.halt();
      case LiftHalt.Outcome.NoSuchHalt _ -> throw Problems.notFound("halt", key);
      case LiftHalt.Outcome.OwnHalt _ ->
          throw Problems.conflict(
              "The halt " + key + " was set by you; another person must lift it.");
      case LiftHalt.Outcome.ControlUnknown _ -> throw unknown();
    };
  }

  private static RuntimeException unknown() {
    return Problems.unavailable("Control is not read to its end now; trading is halted meanwhile.");
  }
}
