package io.palmyra.strategy.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.strategy.application.InstanceState;
import io.palmyra.strategy.application.StrategyInstance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance as people are shown it.
 *
 * @param id which
 * @param strategy its type
 * @param account which it trades
 * @param instruments which it trades
 * @param state RUNNING, PAUSED or FAILED
 * @param parameters complete
 * @param capital allocated to it in the account's currency, if any
 * @param reason why it failed
 * @param createdBy who made it
 * @param createdAt when
 * @param updatedBy who changed it last
 * @param updatedAt when
 */
record InstanceView(
    StrategyInstanceId id,
    String strategy,
    AccountId account,
    List<InstrumentId> instruments,
    InstanceState state,
    Map<String, String> parameters,
    @Nullable String capital,
    @Nullable String reason,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt) {
  static InstanceView of(StrategyInstance instance) {
    return new InstanceView(
        instance.id(),
        instance.type(),
        instance.account(),
        List.of(instance.instrument()),
        instance.state(),
        instance.parameters(),
        instance.capital() == null ? null : instance.capital().amount(),
        instance.reason(),
        instance.createdBy(),
        instance.createdAt(),
        instance.changedBy(),
        instance.changedAt());
  }
}
