package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of an account, worked out for each instrument that differs. Immutable. */
public final class AccountLimits {
  private final RiskLimits account;
  private final Map<InstrumentId, LimitOverride> overrides;
  private final Map<InstrumentId, RiskLimits> effective;
  private final List<LimitSchedule> schedules;

  /**
   * @param account what holds unless an instrument says otherwise
   * @param overrides what is different, by instrument
   * @param schedules when limits are smaller
   */
  public AccountLimits(
      RiskLimits account,
      Map<InstrumentId, LimitOverride> overrides,
      List<LimitSchedule> schedules) {
    this.account = account;
    this.overrides = Map.copyOf(overrides);
    this.schedules = List.copyOf(schedules);
    var worked = new HashMap<InstrumentId, RiskLimits>();
    overrides.forEach((instrument, override) -> worked.put(instrument, override.over(account)));
    this.effective = Map.copyOf(worked);
  }

  /** What holds for an instrument at a moment of market time: the smallest share of that time. */
  public RiskLimits of(InstrumentId instrument, Instant now) {
    RiskLimits limits = effective.getOrDefault(instrument, account);
    Quantity share = Quantity.ONE;
    for (LimitSchedule schedule : schedules) {
      if (schedule.window().isOpen(now)) {
        share = share.min(schedule.share());
      }
    }
    return share.compareTo(Quantity.ONE) == 0 ? limits : limits.scaled(share);
  }

  /** What of an instrument may not be traded, null if nothing is restricted. */
  @Nullable Restriction restriction(InstrumentId instrument) {
    LimitOverride override = overrides.get(instrument);
    return override == null ? null : override.restricted();
  }
}
