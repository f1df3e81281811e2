package io.palmyra.core.portfolio;

import io.palmyra.contracts.value.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What books are worth at a moment, in the account's base currency. An amount is null while a mark
 * or a rate that it needs is missing or stale.
 *
 * @param cash all currencies together
 * @param equity cash and the value of all positions
 * @param realizedPnl fees apart
 * @param unrealizedPnl of what is open
 * @param fees paid
 * @param marked each position with its mark
 */
public record Valuation(
    @Nullable Money cash,
    @Nullable Money equity,
    @Nullable Money realizedPnl,
    @Nullable Money unrealizedPnl,
    @Nullable Money fees,
    List<MarkedPosition> marked) {
  public Valuation {
    marked = List.copyOf(marked);
  }

  /** Equity, if every mark and rate is known. */
  public Optional<Money> knownEquity() {
    return Optional.ofNullable(equity);
  }
}
