package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.risk.AccountLimits;
import io.palmyra.core.risk.Market;
import io.palmyra.core.risk.RiskView;
import io.palmyra.core.risk.Standing;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.sizing.TripRecord;
import io.palmyra.core.risk.sizing.Yardstick;
import io.palmyra.risk.application.control.ControlView;
import io.palmyra.risk.application.limits.CurrentLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known when something is decided. */
public final class RiskViews {
  private final MarketTable market;
  private final CurrentLimits limits;
  private final WatchTiers tiers;
  private final RoundTrips trips;
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
      RoundTrips trips,
      ControlView control,
      Supplier<Instant> marketTime,
      InstantSource clock,
      Duration maximumOrderAge) {
    this.market = market;
    this.limits = limits;
    this.tiers = tiers;
    this.trips = trips;
    this.control = control;
    this.marketTime = marketTime;
    this.clock = clock;
    this.maximumOrderAge = maximumOrderAge;
  }

  /** What time it is in the market. */
  Instant marketTime() {
    return marketTime.get();
  }

  Instant wallTime() {
    return clock.instant();
  }

  /** The last quote of an instrument, empty where it is too old for the account to act on. */
  Optional<QuoteTick> freshQuote(AccountId account, InstrumentId instrument) {
    Market.Quoted quoted = market.quote(instrument);
    AccountLimits allowed = limits.of(account);
    if (quoted == null || allowed == null) {
      return Optional.empty();
    }
    Instant now = marketTime();
    Duration most = allowed.of(instrument, now).stalePriceAfter();
    return Duration.between(quoted.tick().time(), now).compareTo(most) > 0
        ? Optional.empty()
        : Optional.of(quoted.tick());
  }

  /** What protects an account's positions. */
  ProtectionPolicy protection(AccountId account) {
    return limits.protection(account);
  }

  /** A halt as it stands, empty if there is none or control is not known. */
  Optional<HaltChanged> halt(String key) {
    return control.current().flatMap(known -> known.halt(key));
  }

  /** A halt in whose name an order may reduce; empty if none holds, or none authorises. */
  Optional<String> authorising(AccountId account, InstrumentId instrument, SignalSource source) {
    return control
        .current()
        .map(known -> known.standing(account, instrument, source))
        .flatMap(
            verdict ->
                verdict instanceof Verdict.Halted halted
                    ? halted.authorising().stream().sorted().findFirst()
                    : Optional.empty());
  }

  private Yardstick yardstick(EntryProposed entry) {
    Sizing sizing = limits.sizing(entry.account());
    return switch (sizing) {
      case Sizing.FixedFraction _ -> Yardstick.FIXED;
      case Sizing.VolatilityTarget target ->
          new Yardstick(
              sizing,
              market.atr(entry.instrument(), target.interval(), target.period()),
              TripRecord.NONE);
      case Sizing.CappedKelly _ ->
          new Yardstick(sizing, null, trips.of(entry.account(), entry.source()));
    };
  }

  /**
   * All that is known for what a source wants for an account, where nothing is sized; the book
   * learns the equity.
   *
   * @param offsets of what caused the question
   */
  RiskView of(AccountBook book, SignalSource source, List<InputOffset> offsets) {
    return of(book, source, Yardstick.FIXED, offsets);
  }

  /** The same with what sizes an entry. */
  RiskView toSize(AccountBook book, EntryProposed entry, List<InputOffset> offsets) {
    return of(book, entry.source(), yardstick(entry), offsets);
  }

  private RiskView of(
      AccountBook book, SignalSource source, Yardstick yardstick, List<InputOffset> offsets) {
    AccountId account = book.state().account();
    book.state().equity(market.equity(account));
    var standing =
        new Standing(
            tiers.tier(account),
            tiers.sizeShare(account),
            market.capital(account, source),
            yardstick);
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
