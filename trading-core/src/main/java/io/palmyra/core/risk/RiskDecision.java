package io.palmyra.core.risk;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.order.OrderCommand;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a signal.
 *
 * @param decision made, with every value used
 * @param command for execution, null if it was denied
 */
public record RiskDecision(Decision decision, @Nullable OrderCommand command) {}
