package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Each decision that a test brings about can be made again from its record. */
final class Replayed {
  private Replayed() {}

  static void same(@Nullable Decision decision) {
    if (decision == null) {
      return;
    }
    assertThat(DecisionReplay.of(decision))
        .as("made again: %s", decision)
        .isNotInstanceOf(DecisionReplay.Different.class)
        .isNotInstanceOf(DecisionReplay.Unrepeatable.class);
  }
}
