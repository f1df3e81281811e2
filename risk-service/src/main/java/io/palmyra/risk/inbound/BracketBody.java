package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.protection.BracketExit;
import io.palmyra.risk.application.BracketStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The exits of an order; numbers are strings, absent where there is no such exit.
 *
 * @param account whose
 * @param signalId of the order
 * @param instrument what
 * @param owner who carries them out: RISK
 * @param side of the order
 * @param takeProfit price of the exit with a profit
 * @param stopLoss price of the exit with a loss
 * @param trailingStop where the trailing stop stands, at most a second old
 * @param filled of the order so far
 * @param closed of that so far
 * @param closing which exit is carried out, absent while none is
 * @param attempts orders that were decided for it
 * @param lastAttempt when the last of them was
 */
record BracketBody(
    String account,
    String signalId,
    String instrument,
    String owner,
    String side,
    @Nullable String takeProfit,
    @Nullable String stopLoss,
    @Nullable String trailingStop,
    String filled,
    String closed,
    @Nullable String closing,
    int attempts,
    @Nullable Instant lastAttempt) {
  static BracketBody of(BracketStore.Held held) {
    BracketExit exit = held.exit();
    return new BracketBody(
        held.account().value(),
        exit.entry().value(),
        exit.instrument().value(),
        "RISK",
        exit.side().name(),
        text(exit.bracket().takeProfit()),
        text(exit.bracket().stopLoss()),
        text(exit.trailingStop()),
        exit.filled().toString(),
        exit.closed().toString(),
        exit.met() == null ? null : exit.met().name(),
        exit.attempts(),
        exit.lastAttempt());
  }

  private static @Nullable String text(@Nullable Price price) {
    return price == null ? null : price.toString();
  }
}
