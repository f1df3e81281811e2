package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.ParentDecision;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.parent.Parent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parent does next.
 *
 * @param parent as it is then, but for the child that goes
 * @param decision with every value used, null where its children are only canceled
 * @param commands for execution, in order
 * @param child that goes, null for none
 * @param mid of the market when it goes; 0 where none does
 * @param at market time
 */
public record ParentStep(
    Parent parent,
    @Nullable ParentDecision decision,
    List<OrderCommand> commands,
    @Nullable OrderDraft child,
    Price mid,
    Instant at) {
  public ParentStep {
    commands = List.copyOf(commands);
  }

  /** One by which no child goes. */
  static ParentStep without(
      Parent parent, @Nullable ParentDecision decision, List<OrderCommand> commands, Instant at) {
    return new ParentStep(parent, decision, commands, null, new Price(0, 0), at);
  }
}
