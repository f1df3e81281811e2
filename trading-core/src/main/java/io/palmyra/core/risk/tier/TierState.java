package io.palmyra.core.risk.tier;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands.
 *
 * @param tier that holds
 * @param since when, in market time
 * @param peak highest equity since the last baseline
 * @param day of the policy's zone
 * @param opening equity at its first valuation of the day
 * @param equity at the last valuation
 * @param consecutiveLosses round trips in a row that lost, since the day began
 * @param calmSince since when every measure is below what the tier is left at; null if it is not
 * @param results profit less fees of each instrument when it was last flat, in its quote currency
 */
public record TierState(
    RiskTier tier,
    Instant since,
    Money peak,
    LocalDate day,
    Money opening,
    Money equity,
    int consecutiveLosses,
    @Nullable Instant calmSince,
    Map<InstrumentId, Money> results) {
  public TierState {
    results = Map.copyOf(results);
  }

  TierState in(RiskTier next, Instant now) {
    return new TierState(next, now, peak, day, opening, equity, consecutiveLosses, null, results);
  }

  TierState calm(@Nullable Instant from) {
    return new TierState(tier, since, peak, day, opening, equity, consecutiveLosses, from, results);
  }

  TierState valued(Money now, LocalDate today) {
    boolean newDay = today.isAfter(day);
    return new TierState(
        tier,
        since,
        now.compareTo(peak) > 0 ? now : peak,
        newDay ? today : day,
        newDay ? now : opening,
        now,
        newDay ? 0 : consecutiveLosses,
        calmSince,
        results);
  }

  TierState tripped(Map<InstrumentId, Money> nowFlat, int losses) {
    return new TierState(tier, since, peak, day, opening, equity, losses, calmSince, nowFlat);
  }
}
