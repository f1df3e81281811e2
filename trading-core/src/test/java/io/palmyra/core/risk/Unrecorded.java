package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDecision;
import io.palmyra.contracts.decision.SignalDenied;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision without its record decides the same. */
final class Unrecorded {
  private Unrecorded() {}

  /** Fails where they do not, or where the one without has a record after all. */
  static void same(Optional<RiskDecision> recorded, Optional<RiskDecision> unrecorded) {
    assertThat(unrecorded.map(RiskDecision::command))
        .isEqualTo(recorded.map(RiskDecision::command));
    assertThat(unrecorded.map(RiskDecision::parent)).isEqualTo(recorded.map(RiskDecision::parent));
    assertThat(unrecorded.map(each -> essence(each.decision())))
        .isEqualTo(recorded.map(each -> essence(each.decision())));
    unrecorded.ifPresent(
        each -> {
          switch (each.decision()) {
            case SignalAccepted accepted -> assertThat(accepted.checks()).isEmpty();
            case SignalDenied denied -> assertThat(denied.used().basis()).isNull();
          }
        });
  }

  private static List<@Nullable Object> essence(SignalDecision decision) {
    return switch (decision) {
      case SignalAccepted accepted ->
          java.util.Arrays.asList(
              accepted.signalId(), accepted.source(), accepted.clientOrderId(), accepted.order());
      case SignalDenied denied ->
          java.util.Arrays.asList(
              denied.signalId(), denied.source(), denied.code(), denied.detail(), denied.order());
    };
  }
}
