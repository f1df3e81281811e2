package io.palmyra.core.risk.protection;

import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches one position from its first fill until it is flat. Once met it stays met, whatever the
 * market does next.
 *
 * @param side BUY for a long position, SELL for a short one
 * @param entry average price of the fills that built it up, weighted by quantity, rounded HALF_EVEN
 *     four places finer than the price of the first
 * @param best best price at which it could have been closed since it was opened
 * @param since when it was opened, in market time
 * @param met why it is being closed, null while it is not
 * @param attempts orders that were decided to close it
 * @param lastAttempt when the last of them was decided, in market time, null before the first
 */
public record Guard(
    Side side,
    Price entry,
    Price best,
    Instant since,
    @Nullable ExitReason met,
    int attempts,
    @Nullable Instant lastAttempt) {
  /** Time from one attempt to close a position to the next. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private static final int EXTRA_PLACES = 4;

  /** Of a position that was opened just now. */
  public static Guard opened(Side side, Price price, Instant at) {
    Price fine = price.atScale(Math.min(FixedPoint.MAX_SCALE, price.scale() + EXTRA_PLACES));
    return new Guard(side, fine, price, at, null, 0, null);
  }

  /**
   * What watches a position after it changed.
   *
   * @param guard that watched it before, null if none did
   * @param before signed position
   * @param after signed position
   * @param price of the fill that changed it
   * @return null once it is flat
   */
  public static @Nullable Guard moved(
      @Nullable Guard guard, Quantity before, Quantity after, Price price, Instant at) {
    if (after.signum() == 0) {
      return null;
    }
    Side side = after.signum() > 0 ? Side.BUY : Side.SELL;
    if (guard == null || before.signum() == 0 || guard.side != side) {
      return opened(side, price, at);
    }
    Quantity added = after.abs().minus(before.abs());
    return added.signum() > 0 ? guard.averaged(price, added, after.abs()) : guard;
  }

  private Guard averaged(Price price, Quantity added, Quantity total) {
    Price step = price.minus(entry);
    long share =
        FixedPoint.divide(
            added.mantissa(), added.scale(), total.mantissa(), total.scale(), FixedPoint.MAX_SCALE);
    Price moved =
        new Price(FixedPoint.multiply(step.mantissa(), share, FixedPoint.MAX_SCALE), step.scale());
    return new Guard(
        side, entry.plus(moved).atScale(entry.scale()), best, since, met, attempts, lastAttempt);
  }

  /** The same after a quote. */
  public Guard seen(QuoteTick quote) {
    Price now = Closing.price(side, quote);
    return Closing.isBetter(side, now, best)
        ? new Guard(side, entry, now, since, met, attempts, lastAttempt)
        : this;
  }

  /** Why the position is to be closed at a quote; empty if nothing is met. */
  public Optional<ExitReason> met(Protection protection, QuoteTick quote) {
    if (met != null) {
      return Optional.of(met);
    }
    Price now = Closing.price(side, quote);
    Levels levels = levels(protection);
    if (Closing.isAgainst(side, now, levels.stopLoss())) {
      return Optional.of(ExitReason.STOP_LOSS);
    }
    if (Closing.isAgainst(side, now, levels.trailingStop())) {
      return Optional.of(ExitReason.TRAILING_STOP);
    }
    return Closing.isInFavour(side, now, levels.takeProfit())
        ? Optional.of(ExitReason.TAKE_PROFIT)
        : Optional.empty();
  }

  /** Where it is closed as things stand. */
  public Levels levels(Protection protection) {
    return new Levels(
        protection.stopLoss() == null ? null : away(entry, protection.stopLoss(), true),
        protection.takeProfit() == null ? null : away(entry, protection.takeProfit(), false),
        protection.trailingStop() == null ? null : away(best, protection.trailingStop(), true));
  }

  /** Whether another order to close it may be decided now. */
  public boolean mayTry(Instant now) {
    return lastAttempt == null || !now.isBefore(lastAttempt.plus(RETRY_AFTER));
  }

  /** The same, being closed, with one attempt more. */
  public Guard tried(ExitReason reason, Instant now) {
    return new Guard(side, entry, best, since, met == null ? reason : met, attempts + 1, now);
  }

  private Price away(Price from, Quantity share, boolean against) {
    Price size = from.abs();
    var distance =
        new Price(
            FixedPoint.multiply(size.mantissa(), share.mantissa(), share.scale()), size.scale());
    return (side == Side.BUY) == against ? from.minus(distance) : from.plus(distance);
  }
}
