package io.palmyra.backtest.engine;

import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.core.risk.protection.Guard;
import io.palmyra.core.risk.protection.Levels;
import io.palmyra.core.risk.protection.Protection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches the position as risk does, and says at which price of a bar it is to be closed. */
final class PositionWatch {
  static final SignalSource SOURCE = new SignalSource("service:protection");

  private static final Duration VALID_FOR = Duration.ofSeconds(10);

  private final InstrumentDefined terms;
  private final Protection protection;
  private @Nullable Guard guard;

  PositionWatch(InstrumentDefined terms, AccountRules rules) {
    this.terms = terms;
    this.protection = rules.protection().of(terms.instrument());
  }

  /** Something was filled. */
  void filled(OrderFilled fill, Quantity before, Quantity after) {
    guard = Guard.moved(guard, before, after, fill.lastPrice(), fill.at());
  }

  /** Why the position is to be closed at a quote; empty if it is not, or nothing is held. */
  Optional<ExitReason> seen(QuoteTick quote, boolean all) {
    Guard now = guard;
    if (now == null) {
      return Optional.empty();
    }
    guard = now.seen(quote);
    return !now.mayTry(quote.time())
        ? Optional.empty()
        : all ? Optional.of(ExitReason.PORTFOLIO_STOP) : guard.met(protection, quote);
  }

  /** The market was at its best for the position. */
  void best(QuoteTick quote) {
    guard = guard == null ? null : guard.seen(quote);
  }

  /**
   * Where within a bar the position is closed with a loss; null where the bar does not reach that.
   *
   * @param low where a long position could have been closed at worst: the lowest bid
   * @param high where a short one could: the highest ask
   */
  @Nullable Price lossWithin(Price low, Price high) {
    Guard now = guard;
    if (now == null) {
      return null;
    }
    Levels levels = now.levels(protection);
    boolean holdsLong = now.side() == Side.BUY;
    Price level = nearer(levels.stopLoss(), levels.trailingStop(), holdsLong);
    if (level == null) {
      return null;
    }
    boolean met = holdsLong ? low.compareTo(level) <= 0 : high.compareTo(level) >= 0;
    return met ? onTick(level, holdsLong) : null;
  }

  /**
   * Where within a bar it is closed with a profit; null where the bar does not reach that.
   *
   * @param low where a short position could have been closed at best: the lowest ask
   * @param high where a long one could: the highest bid
   */
  @Nullable Price profitWithin(Price low, Price high) {
    Guard now = guard;
    Price level = now == null ? null : now.levels(protection).takeProfit();
    if (now == null || level == null) {
      return null;
    }
    boolean holdsLong = now.side() == Side.BUY;
    boolean met = holdsLong ? high.compareTo(level) >= 0 : low.compareTo(level) <= 0;
    return met ? onTick(level, !holdsLong) : null;
  }

  private static @Nullable Price nearer(@Nullable Price one, @Nullable Price other, boolean above) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) > 0 == above ? one : other;
  }

  /** A level lies between ticks; the market meets it at the next one beyond. */
  private Price onTick(Price level, boolean down) {
    Price tick = terms.tickSize();
    Price floor = level.minus(remainder(level, tick)).atScale(terms.priceScale());
    return down || floor.compareTo(level) == 0 ? floor : floor.plus(tick);
  }

  private static Price remainder(Price level, Price tick) {
    int finer = Math.max(level.scale(), tick.scale());
    return new Price(
        Math.floorMod(level.atScale(finer).mantissa(), tick.atScale(finer).mantissa()), finer);
  }

  /** Asks risk to close it, with one attempt more. */
  ExitProposed exit(ExitReason why, Instant now) {
    Guard tried = guard == null ? null : guard.tried(why, now);
    if (tried == null) {
      throw new IllegalStateException("nothing is held that " + why + " could close");
    }
    guard = tried;
    return new ExitProposed(
        SignalId.of(SOURCE, Setup.ACCOUNT, "protect/" + tried.since() + "/" + tried.attempts()),
        Setup.ACCOUNT,
        SOURCE,
        terms.instrument(),
        why.name(),
        now.plus(VALID_FOR),
        List.of());
  }
}
