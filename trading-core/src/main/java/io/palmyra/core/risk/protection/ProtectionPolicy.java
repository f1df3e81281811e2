package io.palmyra.core.risk.protection;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What protects an account's positions.
 *
 * @param position of each one, unless its instrument says otherwise
 * @param instruments what holds for single instruments in its place
 * @param portfolioStop share of the highest equity that the account may lose before all is closed,
 *     above 0 and below 1; null for no such stop
 */
public record ProtectionPolicy(
    Protection position,
    Map<InstrumentId, Protection> instruments,
    @Nullable Quantity portfolioStop) {
  /** Nothing protects them. */
  public static final ProtectionPolicy NONE = new ProtectionPolicy(Protection.NONE, Map.of(), null);

  public ProtectionPolicy {
    instruments = Map.copyOf(instruments);
    Protection.requireShare("portfolioStop", portfolioStop);
  }

  /** What protects a position in an instrument. */
  public Protection of(InstrumentId instrument) {
    return instruments.getOrDefault(instrument, position);
  }

  /** Whether the account lost as much of its highest equity as it may. */
  public boolean isPortfolioStopMet(Money peak, Money equity) {
    if (portfolioStop == null || peak.signum() <= 0) {
      return false;
    }
    Money lost = peak.minus(equity);
    return lost.signum() > 0 && lost.compareTo(peak.times(portfolioStop)) >= 0;
  }
}
