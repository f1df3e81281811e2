package io.palmyra.core.risk;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.sizing.Yardstick;
import org.jspecify.annotations.Nullable;

/**
 * What the account's tier and a strategy's capital leave of an entry's size.
 *
 * @param tier of the account
 * @param sizeShare of its size that an entry has in that tier, above 0, at most 1
 * @param capital that the strategy may use of the account, null if nothing is allocated
 * @param yardstick by what an entry is sized
 */
public record Standing(
    RiskTier tier, Quantity sizeShare, @Nullable Money capital, Yardstick yardstick) {
  /** Full sizes on the whole account. */
  public static final Standing NORMAL =
      new Standing(RiskTier.NORMAL, Quantity.ONE, null, Yardstick.FIXED);

  /** The same in a tier. */
  Standing in(RiskTier other) {
    return new Standing(other, sizeShare, capital, yardstick);
  }

  /** What an entry is sized on: the smaller of equity and capital, by the tier's share. */
  Money base(Money equity) {
    Money whole = capital != null && capital.compareTo(equity) < 0 ? capital : equity;
    return sizeShare.compareTo(Quantity.ONE) == 0 ? whole : whole.times(sizeShare);
  }
}
