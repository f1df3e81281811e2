package io.palmyra.core.risk;

import io.palmyra.contracts.decision.SignalDecision;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.core.risk.parent.Parent;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a signal.
 *
 * @param decision made, with every value used
 * @param command for execution; null if it was denied, and where it is about an order that is
 *     worked off in children
 * @param parent an order that is to be worked off in children, else null
 */
public record RiskDecision(
    SignalDecision decision, @Nullable OrderCommand command, @Nullable Parent parent) {
  /** Of an order that is sent as it is, or of none. */
  public RiskDecision(SignalDecision decision, @Nullable OrderCommand command) {
    this(decision, command, null);
  }
}
