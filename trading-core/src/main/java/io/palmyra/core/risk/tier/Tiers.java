package io.palmyra.core.risk.tier;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.portfolio.PositionLine;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves an account between its tiers. A tier is entered at once, as soon as one measure reaches one
 * of its thresholds, and left by one step, once every measure has been well below them for a while.
 * EMERGENCY is left by {@link #restarted} alone.
 */
public final class Tiers {
  private Tiers() {}

  /** The first state: NORMAL, measured from the equity that is there. */
  public static TierState begin(Money equity, Instant now, TierPolicy policy) {
    return new TierState(
        RiskTier.NORMAL, now, equity, policy.dayOf(now), equity, equity, 0, null, Map.of());
  }

  /** The state after a person took the tier away: NORMAL, measured from now on. */
  public static TierState restarted(TierState state, Instant now) {
    return new TierState(
        RiskTier.NORMAL,
        now,
        state.equity(),
        state.day(),
        state.equity(),
        state.equity(),
        0,
        null,
        state.results());
  }

  /**
   * The state after a valuation of the books.
   *
   * @param positions one for each instrument ever held
   * @param equity null while it is not known; then no tier is left, and none by a loss of equity
   *     entered
   * @param now market time, not before that of the last valuation
   */
  public static TierState valued(
      TierState state,
      List<PositionLine> positions,
      @Nullable Money equity,
      Instant now,
      TierPolicy policy) {
    TierState known = equity == null ? state : state.valued(equity, policy.dayOf(now));
    TierState counted = roundTrips(known, positions);
    RiskTier reached = reached(counted, policy);
    if (reached.compareTo(state.tier()) > 0) {
      return counted.in(reached, now);
    }
    if (state.tier() == RiskTier.NORMAL || state.tier() == RiskTier.EMERGENCY) {
      return counted.calm(null);
    }
    if (equity == null || !isCalm(counted, policy)) {
      return counted.calm(null);
    }
    Instant from = counted.calmSince() == null ? now : counted.calmSince();
    boolean over = !now.isBefore(from.plus(policy.calmFor()));
    return over ? counted.in(below(state.tier()), now) : counted.calm(from);
  }

  /** A round trip ends where an instrument is flat again; what it brought is its change since. */
  private static TierState roundTrips(TierState state, List<PositionLine> positions) {
    Map<InstrumentId, Money> results = new HashMap<>(state.results());
    int losses = state.consecutiveLosses();
    for (PositionLine position : positions) {
      if (position.quantity().signum() != 0) {
        continue;
      }
      Money result = result(position);
      Money before = results.put(position.instrument(), result);
      int change = before == null ? result.signum() : result.minus(before).signum();
      if (change != 0) {
        losses = change < 0 ? losses + 1 : 0;
      }
    }
    return state.tripped(results, losses);
  }

  private static Money result(PositionLine position) {
    Money realized = position.realizedPnl();
    return realized.currency().equals(position.fees().currency())
        ? realized.minus(position.fees())
        : realized;
  }

  private static RiskTier reached(TierState state, TierPolicy policy) {
    for (RiskTier tier : List.of(RiskTier.EMERGENCY, RiskTier.CRITICAL, RiskTier.WARNING)) {
      if (reaches(state, policy.of(tier), Quantity.ONE)) {
        return tier;
      }
    }
    return RiskTier.NORMAL;
  }

  private static boolean isCalm(TierState state, TierPolicy policy) {
    return !reaches(state, policy.of(state.tier()), policy.exitShare());
  }

  private static boolean reaches(TierState state, TierThresholds limits, Quantity share) {
    Money drawdown = state.peak().minus(state.equity());
    Money dailyLoss = state.opening().minus(state.equity());
    var losses =
        new Quantity(
            Math.multiplyExact(limits.consecutiveLosses(), share.mantissa()), share.scale());
    return isAtLeast(drawdown, state.peak().times(limits.drawdown()).times(share))
        || isAtLeast(dailyLoss, state.opening().times(limits.dailyLoss()).times(share))
        || new Quantity(state.consecutiveLosses(), 0).compareTo(losses) >= 0;
  }

  private static boolean isAtLeast(Money loss, Money threshold) {
    return loss.signum() > 0 && loss.compareTo(threshold) >= 0;
  }

  private static RiskTier below(RiskTier tier) {
    return tier == RiskTier.CRITICAL ? RiskTier.WARNING : RiskTier.NORMAL;
  }
}
