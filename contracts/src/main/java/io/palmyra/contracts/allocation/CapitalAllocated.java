package io.palmyra.contracts.allocation;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import java.util.Map;

/**
 * How much of an account a strategy may use. The latest for its account and strategy holds.
 *
 * @param account of which
 * @param capital by strategy, each 0 or more, in the account's currency
 * @param at when it was decided
 */
@WireName("capital-allocated")
public record CapitalAllocated(
    AccountId account, Map<StrategyInstanceId, Money> capital, Instant at)
    implements AllocationMessage {
  public CapitalAllocated {
    capital = Map.copyOf(capital);
  }
}
