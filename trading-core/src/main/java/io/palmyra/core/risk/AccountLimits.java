package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import java.util.HashMap;
import java.util.Map;

/** The limits of an account, worked out for each instrument that differs. Immutable. */
public final class AccountLimits {
  private final RiskLimits account;
  private final Map<InstrumentId, LimitOverride> overrides;
  private final Map<InstrumentId, RiskLimits> effective;

  /**
   * @param account what holds unless an instrument says otherwise
   * @param overrides what is different, by instrument
   */
  public AccountLimits(RiskLimits account, Map<InstrumentId, LimitOverride> overrides) {
    this.account = account;
    this.overrides = Map.copyOf(overrides);
    var worked = new HashMap<InstrumentId, RiskLimits>();
    overrides.forEach((instrument, override) -> worked.put(instrument, override.over(account)));
    this.effective = Map.copyOf(worked);
  }

  /** What holds unless an instrument says otherwise. */
  public RiskLimits account() {
    return account;
  }

  /** What is different, by instrument. */
  public Map<InstrumentId, LimitOverride> overrides() {
    return overrides;
  }

  /** What holds for an instrument. */
  public RiskLimits of(InstrumentId instrument) {
    return effective.getOrDefault(instrument, account);
  }
}
