package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.ExposureLimits;
import io.palmyra.core.risk.FlowLimits;
import io.palmyra.core.risk.RiskLimits;
import java.time.Duration;

/** Limits by a name, since no limit means that nothing is allowed. */
public enum LimitsProfile {
  /** So wide that nothing but money stands in an order's way; one per cent of equity at risk. */
  WIDE {
    @Override
    public RiskLimits in(Currency currency, Duration bar) {
      return limits(currency, bar, "0.01", "0.5", "20");
    }
  },
  /** A fifth of the price as collar, positions up to the equity, half a per cent at risk. */
  CAREFUL {
    @Override
    public RiskLimits in(Currency currency, Duration bar) {
      return limits(currency, bar, "0.005", "0.2", "1");
    }
  };

  private static final String PLENTY = "90000000000";

  /**
   * The limits.
   *
   * @param bar how long a bar lasts: a price is as old as that when it is decided on
   */
  public abstract RiskLimits in(Currency currency, Duration bar);

  private static RiskLimits limits(
      Currency currency, Duration bar, String riskFraction, String collar, String marginUse) {
    Money plenty = Money.of(PLENTY, currency);
    return new RiskLimits(
        Quantity.of(collar),
        Quantity.of(PLENTY),
        plenty,
        Quantity.of(PLENTY),
        plenty,
        bar,
        Duration.ZERO,
        Quantity.of(riskFraction),
        new ExposureLimits(plenty, plenty, plenty, Quantity.of(marginUse)),
        new FlowLimits(
            1_000_000,
            1_000_000,
            1_000_000,
            Duration.ofMinutes(1),
            Quantity.of(collar),
            Duration.ofMinutes(1)));
  }
}
