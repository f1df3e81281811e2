package io.palmyra.core.portfolio;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * A position at the last mid.
 *
 * @param position which
 * @param mark last mid, null while none is known or it is stale
 */
public record MarkedPosition(Position position, @Nullable Price mark) {
  /** Profit of what is open, in the instrument's quote currency; null without a mark. */
  public @Nullable Money unrealizedPnl() {
    if (position.lots().isEmpty()) {
      return Money.zero(position.currency());
    }
    return mark == null ? null : position.unrealizedPnl(mark);
  }

  /** What it adds to equity besides cash, in the quote currency; null without a mark. */
  @Nullable Money value() {
    if (position.lots().isEmpty()) {
      return Money.zero(position.currency());
    }
    return mark == null ? null : position.value(mark);
  }
}
