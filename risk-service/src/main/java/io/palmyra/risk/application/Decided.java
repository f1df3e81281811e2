package io.palmyra.risk.application;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.core.risk.RiskDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision to be published.
 *
 * @param account whose
 * @param decidedAt market time
 * @param decision with every value used
 * @param command for execution, null if there is none
 */
public record Decided(
    AccountId account, Instant decidedAt, Decision decision, @Nullable OrderCommand command) {
  static Decided of(RiskDecision made, Instant decidedAt) {
    return new Decided(made.decision().account(), decidedAt, made.decision(), made.command());
  }
}
