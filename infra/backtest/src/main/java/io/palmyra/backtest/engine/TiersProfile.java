package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierThresholds;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Tiers of an account by a name. */
public enum TiersProfile {
  /** No tiers. */
  NONE {
    @Override
    public @Nullable TierPolicy policy() {
      return null;
    }
  },
  /** Those with which the suite starts on paper, the day in UTC. */
  STANDARD {
    @Override
    public TierPolicy policy() {
      return new TierPolicy(
          new TierThresholds(Quantity.of("0.05"), Quantity.of("0.04"), 10),
          new TierThresholds(Quantity.of("0.1"), Quantity.of("0.08"), 20),
          new TierThresholds(Quantity.of("0.2"), Quantity.of("0.15"), 40),
          Quantity.of("0.5"),
          Quantity.of("0.8"),
          Duration.ofMinutes(10),
          ZoneOffset.UTC,
          LocalTime.MIDNIGHT);
    }
  };

  /** The policy, null for none. */
  public abstract @Nullable TierPolicy policy();
}
