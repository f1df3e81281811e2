package io.palmyra.core.risk.protection;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exits that one order asked for, of what it has filled. One of them is ever carried out: which
 * one is decided once, and what it closes is counted, so neither can close anything twice.
 *
 * @param entry signal of the order, and of its children if it is worked off
 * @param instrument what
 * @param side of the order
 * @param bracket its exits
 * @param filled of the order so far
 * @param closed of that so far
 * @param best best price at which it could have been closed since its first fill, null before
 * @param met which exit is carried out, null while none is
 * @param attempts orders that were decided for it
 * @param lastAttempt when the last of them was, in market time, null before the first
 */
public record BracketExit(
    SignalId entry,
    InstrumentId instrument,
    Side side,
    Bracket bracket,
    Quantity filled,
    Quantity closed,
    @Nullable Price best,
    @Nullable ExitReason met,
    int attempts,
    @Nullable Instant lastAttempt) {

  /** Of an order that has filled nothing yet; empty if it asks for no exits. */
  public static Optional<BracketExit> of(OrderRequested order) {
    return Optional.ofNullable(order.bracket())
        .map(
            bracket ->
                new BracketExit(
                    order.signalId(),
                    order.instrument(),
                    order.side(),
                    bracket,
                    Quantity.ZERO,
                    Quantity.ZERO,
                    null,
                    null,
                    0,
                    null));
  }

  /** What is to be closed once an exit is met. */
  public Quantity open() {
    Quantity open = filled.minus(closed);
    return open.signum() > 0 ? open : Quantity.ZERO;
  }

  /** The same after its order filled some more. */
  public BracketExit filled(Quantity quantity, Price price) {
    return with(filled.plus(quantity), closed, best == null ? price : best);
  }

  /** The same after some of it was closed. */
  public BracketExit closed(Quantity quantity) {
    return with(filled, closed.plus(quantity), best);
  }

  /** The same after a quote. */
  public BracketExit seen(QuoteTick quote) {
    Price now = Closing.price(side, quote);
    return best != null && Closing.isBetter(side, now, best) ? with(filled, closed, now) : this;
  }

  /** Which exit is to be carried out at a quote; empty if none is. */
  public Optional<ExitReason> met(QuoteTick quote) {
    if (open().signum() == 0) {
      return Optional.empty();
    }
    if (met != null) {
      return Optional.of(met);
    }
    Price now = Closing.price(side, quote);
    if (Closing.isAgainst(side, now, bracket.stopLoss())) {
      return Optional.of(ExitReason.STOP_LOSS);
    }
    if (Closing.isAgainst(side, now, trailingStop())) {
      return Optional.of(ExitReason.TRAILING_STOP);
    }
    return Closing.isInFavour(side, now, bracket.takeProfit())
        ? Optional.of(ExitReason.TAKE_PROFIT)
        : Optional.empty();
  }

  /** Where its trailing stop stands, null before the first fill and where it has none. */
  public @Nullable Price trailingStop() {
    Price offset = bracket.trailingOffset();
    if (offset == null || best == null) {
      return null;
    }
    return side == Side.BUY ? best.minus(offset) : best.plus(offset);
  }

  /** Whether another order may be decided for it now. */
  public boolean mayTry(Instant now) {
    return lastAttempt == null || !now.isBefore(lastAttempt.plus(Guard.RETRY_AFTER));
  }

  /** The same, being carried out, with one attempt more. */
  public BracketExit tried(ExitReason reason, Instant now) {
    return new BracketExit(
        entry,
        instrument,
        side,
        bracket,
        filled,
        closed,
        best,
        met == null ? reason : met,
        attempts + 1,
        now);
  }

  /**
   * What is wrong with the exits of an order at a market; empty if they make sense: a loss on one
   * side of where it would fill, a profit on the other, whole ticks.
   *
   * @param reference where the order would fill
   */
  public static Optional<String> wrong(
      Bracket bracket, Side side, Price reference, Price tickSize) {
    for (Price price :
        new @Nullable Price[] {
          bracket.takeProfit(), bracket.stopLoss(), bracket.trailingOffset()
        }) {
      if (price != null && !price.isMultipleOf(tickSize)) {
        return Optional.of("prices that are multiples of " + tickSize);
      }
    }
    Price stop = bracket.stopLoss();
    Price profit = bracket.takeProfit();
    int sign = side.sign();
    if (stop != null && sign * stop.compareTo(reference) >= 0) {
      return Optional.of(
          "a stopLoss " + (sign > 0 ? "below " : "above ") + reference + ", where it would fill");
    }
    if (profit != null && sign * profit.compareTo(reference) <= 0) {
      return Optional.of(
          "a takeProfit " + (sign > 0 ? "above " : "below ") + reference + ", where it would fill");
    }
    return Optional.empty();
  }

  private BracketExit with(Quantity nowFilled, Quantity nowClosed, @Nullable Price nowBest) {
    return new BracketExit(
        entry,
        instrument,
        side,
        bracket,
        nowFilled,
        nowClosed,
        nowBest,
        met,
        attempts,
        lastAttempt);
  }
}
