package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.core.risk.RiskView;
import io.palmyra.core.risk.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** What is known when something is decided. */
public final class RiskViews {
  private final MarketTable market;
  private final CurrentLimits limits;
  private final WatchTiers tiers;
  private final ControlView control;
  private final Supplier<Instant> marketTime;
  private final InstantSource clock;
  private final Duration maximumOrderAge;

  /**
   * @param marketTime what time it is in the market
   * @param clock wall time
   * @param maximumOrderAge how old an order may be when it is sent
   */
  public RiskViews(
      MarketTable market,
      CurrentLimits limits,
      WatchTiers tiers,
      ControlView control,
      Supplier<Instant> marketTime,
      InstantSource clock,
      Duration maximumOrderAge) {
    this.market = market;
    this.limits = limits;
    this.tiers = tiers;
    this.control = control;
    this.marketTime = marketTime;
    this.clock = clock;
    this.maximumOrderAge = maximumOrderAge;
  }

  /** What time it is in the market. */
  Instant marketTime() {
    return marketTime.get();
  }

  /**
   * All that is known for what a source wants for an account; the book learns the equity.
   *
   * @param offsets of what caused the question
   */
  RiskView of(AccountBook book, SignalSource source, List<InputOffset> offsets) {
    AccountId account = book.state().account();
    book.state().equity(market.equity(account));
    var standing =
        new Standing(
            tiers.tier(account), tiers.sizeShare(account), market.capital(account, source));
    return new RiskView(
        market,
        limits.of(account),
        control.current().orElse(null),
        standing,
        marketTime(),
        clock.instant(),
        maximumOrderAge,
        offsets);
  }
}
