package io.palmyra.risk.application;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierState;
import io.palmyra.core.risk.tier.Tiers;
import io.palmyra.platform.lane.AccountPartitions;
import io.palmyra.risk.application.limits.CurrentLimits;
import io.palmyra.risk.application.reporting.Alerts;
import io.palmyra.risk.application.reporting.Audit;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tier of each account of the open partitions. Owned by the lane's thread: loaded when a
 * partition opens, dropped when it closes, written once a commit.
 */
public final class WatchTiers {
  private static final Logger LOG = LoggerFactory.getLogger(WatchTiers.class);

  private final TierStore store;
  private final CurrentLimits limits;
  private final Alerts alerts;
  private final Audit audit;
  private final Supplier<Instant> marketTime;
  private final Map<AccountId, TierState> states = new HashMap<>();
  private final Set<AccountId> changed = new LinkedHashSet<>();

  /**
   * @param marketTime what time it is in the market
   */
  public WatchTiers(
      TierStore store,
      CurrentLimits limits,
      Alerts alerts,
      Audit audit,
      Supplier<Instant> marketTime) {
    this.store = store;
    this.limits = limits;
    this.alerts = alerts;
    this.audit = audit;
    this.marketTime = marketTime;
  }

  /** Loads a partition. */
  public void open(int partition) {
    states.putAll(store.load(partition));
  }

  /** Drops a partition and all that was not written. */
  public void close(int partition) {
    states.keySet().removeIf(account -> AccountPartitions.of(account) == partition);
    changed.removeIf(account -> AccountPartitions.of(account) == partition);
  }

  /** Writes what changed; inside the transaction, before its commit. */
  public void save() {
    for (AccountId account : changed) {
      TierState state = states.get(account);
      if (state != null) {
        store.save(account, AccountPartitions.of(account), state);
      }
    }
    changed.clear();
  }

  /** Takes a valuation of an account's books. */
  public void on(PortfolioUpdated books) {
    AccountId account = books.account();
    TierPolicy policy = limits.tiers(account);
    TierState before = states.get(account);
    Money equity = books.equity();
    if (policy == null) {
      return;
    }
    Instant now = marketTime.get();
    if (before != null) {
      put(account, Tiers.valued(before, books.positions(), equity, now, policy));
    } else if (equity != null) {
      TierState first = Tiers.begin(equity, now, policy);
      put(account, Tiers.valued(first, books.positions(), equity, now, policy));
    }
  }

  /** A person took the tier's halt away: the account is measured from now on. */
  public void restart(AccountId account, String who) {
    if (tier(account) != RiskTier.NORMAL) {
      anew(account, who, "tier-restarted");
    }
  }

  /** The account is measured from now on, whatever its tier is. */
  void measureAnew(AccountId account, String who) {
    anew(account, who, "equity-measured-anew");
  }

  private void anew(AccountId account, String who, String action) {
    TierState state = states.get(account);
    if (state != null) {
      TierState anew = Tiers.restarted(state, marketTime.get());
      put(account, anew);
      audit.record(who, action, "tier/" + account, "", state, anew);
    }
  }

  /** Where an account stands, null while it was never valued. */
  public @Nullable TierState of(AccountId account) {
    return states.get(account);
  }

  /** Every account of the open partitions that was ever valued. */
  public Map<AccountId, TierState> states() {
    return states;
  }

  /** Share of their size that an account's entries have now. */
  Quantity sizeShare(AccountId account) {
    TierPolicy policy = limits.tiers(account);
    return policy == null ? Quantity.ONE : policy.sizeIn(tier(account));
  }

  RiskTier tier(AccountId account) {
    TierState state = states.get(account);
    return state == null ? RiskTier.NORMAL : state.tier();
  }

  private void put(AccountId account, TierState now) {
    TierState before = states.put(account, now);
    if (now.equals(before)) {
      return;
    }
    changed.add(account);
    if (before != null && before.tier() != now.tier()) {
      tell(account, before.tier(), now);
    }
  }

  private void tell(AccountId account, RiskTier old, TierState now) {
    LOG.warn(
        "tier old={} new={} account={} equity={} peak={} opening={} losses={}",
        old,
        now.tier(),
        account,
        now.equity(),
        now.peak(),
        now.opening(),
        now.consecutiveLosses());
    if (now.tier().compareTo(old) > 0) {
      alerts.raise(
          "RISK_TIER",
          "Account " + account + " came into tier " + now.tier(),
          Map.of(
              "account", account.value(),
              "tier", now.tier().name(),
              "equity", now.equity().toString(),
              "peak", now.peak().toString(),
              "opening", now.opening().toString(),
              "consecutiveLosses", Integer.toString(now.consecutiveLosses())));
    }
  }
}
