package io.palmyra.risk.application.limits;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.risk.AccountLimits;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.tier.TierPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Limits of an account as they stand.
 *
 * @param account whose
 * @param limits what holds unless an instrument says otherwise
 * @param instruments what is different, by instrument
 * @param schedules when limits are smaller
 * @param tiers when the account enters and leaves its tiers
 * @param protection what protects its positions
 * @param sizing by what rule its entries are sized
 * @param version grows by one with each change, from 1
 * @param changedBy who changed them last
 * @param changedAt when, in wall time
 * @param reason why
 */
public record StoredLimits(
    AccountId account,
    RiskLimits limits,
    Map<InstrumentId, LimitOverride> instruments,
    List<LimitSchedule> schedules,
    TierPolicy tiers,
    ProtectionPolicy protection,
    Sizing sizing,
    long version,
    String changedBy,
    Instant changedAt,
    String reason) {
  public StoredLimits {
    instruments = Map.copyOf(instruments);
    schedules = List.copyOf(schedules);
  }

  /** The limits that decisions use. */
  AccountLimits decisive() {
    return new AccountLimits(limits, instruments, schedules);
  }
}
