package io.palmyra.risk.application;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.risk.ParentStep;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.platform.lane.LaneTransaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, to be published.
 *
 * @param account whose
 * @param decidedAt market time
 * @param decision with every value used; null where a parent's children are only canceled again
 * @param commands for execution, in order
 */
public record Decided(
    AccountId account,
    Instant decidedAt,
    @Nullable Decision decision,
    List<OrderCommand> commands) {
  public Decided {
    commands = List.copyOf(commands);
  }

  static Decided of(RiskDecision made, Instant decidedAt) {
    OrderCommand command = made.command();
    return new Decided(
        made.decision().account(),
        decidedAt,
        made.decision(),
        command == null ? List.of() : List.of(command));
  }

  static Decided of(AccountId account, ParentStep step) {
    return new Decided(account, step.at(), step.decision(), step.commands());
  }

  /** Publishes what execution is to do, and why. */
  public void publishTo(LaneTransaction transaction) {
    for (OrderCommand command : commands) {
      transaction.publish(Topic.ORDERS, account, command, decidedAt);
    }
    if (decision != null) {
      transaction.publish(Topic.DECISIONS, account, decision, decidedAt);
    }
  }
}
