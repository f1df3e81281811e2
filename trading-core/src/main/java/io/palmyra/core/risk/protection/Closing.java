package io.palmyra.core.risk.protection;

import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * How the market stands to what was entered on a side: a long position is closed at the bid and
 * gains as it rises, a short one at the ask and gains as it falls.
 */
final class Closing {
  private Closing() {}

  /** Where it could be closed at a quote. */
  static Price price(Side entered, QuoteTick quote) {
    return entered == Side.BUY ? quote.bid() : quote.ask();
  }

  /** Whether a price is better for it than another. */
  static boolean isBetter(Side entered, Price now, Price before) {
    return entered.sign() * now.compareTo(before) > 0;
  }

  /** Whether the market stands at a level or beyond it against it; false where there is none. */
  static boolean isAgainst(Side entered, Price now, @Nullable Price level) {
    return level != null && entered.sign() * now.compareTo(level) <= 0;
  }

  /** The same in favour of it. */
  static boolean isInFavour(Side entered, Price now, @Nullable Price level) {
    return level != null && entered.sign() * now.compareTo(level) >= 0;
  }
}
