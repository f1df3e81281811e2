package io.palmyra.risk.application.limits;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.AccountLimits;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.tier.TierPolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits in memory, as decisions use them. Read by the deciding thread, refreshed by others.
 */
public final class CurrentLimits {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentLimits.class);

  private static final Sizing FIXED = new Sizing.FixedFraction();

  private final LimitStore store;
  private volatile Map<AccountId, AccountLimits> limits = Map.of();
  private volatile Map<AccountId, TierPolicy> tiers = Map.of();
  private volatile Map<AccountId, ProtectionPolicy> protections = Map.of();
  private volatile Map<AccountId, Sizing> sizings = Map.of();
  private long seen = -1;

  /** Nothing is allowed before the first {@link #refresh}. */
  public CurrentLimits(LimitStore store) {
    this.store = store;
  }

  /** What an account is allowed, null if nothing. */
  public @Nullable AccountLimits of(AccountId account) {
    return limits.get(account);
  }

  /** When an account enters and leaves its tiers, null if nothing is allowed it. */
  public @Nullable TierPolicy tiers(AccountId account) {
    return tiers.get(account);
  }

  /** What protects an account's positions. */
  public ProtectionPolicy protection(AccountId account) {
    return protections.getOrDefault(account, ProtectionPolicy.NONE);
  }

  /** By what rule an account's entries are sized. */
  public Sizing sizing(AccountId account) {
    return sizings.getOrDefault(account, FIXED);
  }

  /** Takes up what was changed since the last time. */
  public synchronized void refresh() {
    long changes = store.changes();
    if (changes != seen) {
      var read = new HashMap<AccountId, AccountLimits>();
      var policies = new HashMap<AccountId, TierPolicy>();
      var sizing = new HashMap<AccountId, Sizing>();
      var protecting = new HashMap<AccountId, ProtectionPolicy>();
      for (StoredLimits stored : store.all()) {
        read.put(stored.account(), stored.decisive());
        policies.put(stored.account(), stored.tiers());
        sizing.put(stored.account(), stored.sizing());
        protecting.put(stored.account(), stored.protection());
      }
      sizings = Map.copyOf(sizing);
      protections = Map.copyOf(protecting);
      tiers = Map.copyOf(policies);
      limits = Map.copyOf(read);
      LOG.info("limits taken up accounts={} changes={}", read.keySet(), changes);
      seen = changes;
    }
  }
}
