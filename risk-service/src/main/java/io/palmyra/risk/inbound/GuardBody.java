package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.protection.Guard;
import io.palmyra.core.risk.protection.Levels;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.risk.application.GuardStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What watches a position; prices are strings, absent where there is no such protection.
 *
 * @param account whose
 * @param instrument what
 * @param owner who closes it: RISK
 * @param side BUY for a long position, SELL for a short one
 * @param entry average price of the fills that built it up
 * @param best best price at which it could have been closed since, at most a second old
 * @param stopLoss where it is closed at a loss
 * @param takeProfit where it is closed with a profit
 * @param trailingStop where it is closed after it fell back
 * @param closing why it is being closed, absent while it is not
 * @param attempts orders that were decided to close it
 * @param since when it was opened
 */
record GuardBody(
    String account,
    String instrument,
    String owner,
    String side,
    String entry,
    String best,
    @Nullable String stopLoss,
    @Nullable String takeProfit,
    @Nullable String trailingStop,
    @Nullable String closing,
    int attempts,
    Instant since) {
  static GuardBody of(GuardStore.Watched watched, Protection protection) {
    Guard guard = watched.guard();
    Levels levels = guard.levels(protection);
    return new GuardBody(
        watched.account().value(),
        watched.instrument().value(),
        "RISK",
        guard.side().name(),
        guard.entry().toString(),
        guard.best().toString(),
        text(levels.stopLoss()),
        text(levels.takeProfit()),
        text(levels.trailingStop()),
        guard.met() == null ? null : guard.met().name(),
        guard.attempts(),
        guard.since());
  }

  private static @Nullable String text(@Nullable Price price) {
    return price == null ? null : price.toString();
  }
}
