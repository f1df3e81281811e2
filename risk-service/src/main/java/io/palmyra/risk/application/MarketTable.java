package io.palmyra.risk.application;

import io.palmyra.contracts.allocation.CapitalAllocated;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.market.TradeTick;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.conversion.CurrencyConversion;
import io.palmyra.core.conversion.LastMids;
import io.palmyra.core.risk.Market;
import io.palmyra.core.risk.parent.VolumeProfile;
import io.palmyra.core.risk.sizing.RecentBars;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Instruments, last quotes, rates and equities in memory. Fed by the readers' threads, read by the
 * deciding one.
 */
public final class MarketTable implements Market {
  private static final String STRATEGY = "strategy:";

  private final Map<InstrumentId, InstrumentDefined> instruments = new ConcurrentHashMap<>();
  private final Map<InstrumentId, Quoted> quotes = new ConcurrentHashMap<>();
  private final Map<AccountId, Money> equities = new ConcurrentHashMap<>();
  private final Map<AccountId, Map<StrategyInstanceId, Money>> allocations =
      new ConcurrentHashMap<>();
  private final Map<InstrumentId, VolumeProfile> volumes = new ConcurrentHashMap<>();
  private final Map<Bars, RecentBars> bars = new ConcurrentHashMap<>();
  private final LastMids mids = new LastMids();
  private final CurrencyConversion conversion;
  private volatile Instant lastTick = Instant.EPOCH;

  /**
   * @param staleRateAfter age in market time above which a rate is no answer
   */
  public MarketTable(Duration staleRateAfter) {
    this.conversion = new CurrencyConversion(mids, staleRateAfter);
  }

  /** Takes note of an instrument. */
  public void define(InstrumentDefined instrument) {
    instruments.put(instrument.instrument(), instrument);
    mids.define(instrument);
  }

  /** Takes note of a tick and where it was read. */
  public void on(TickMessage tick, InputOffset offset) {
    switch (tick) {
      case QuoteTick quote -> {
        quotes.put(quote.instrument(), new Quoted(quote, offset));
        mids.on(quote);
      }
      case TradeTick _ -> {}
    }
    if (tick.time().isAfter(lastTick)) {
      lastTick = tick.time();
    }
  }

  private record Bars(InstrumentId instrument, Duration interval) {}

  /** Takes note of a bar. */
  public void on(BarClosed bar) {
    bars.computeIfAbsent(new Bars(bar.instrument(), bar.interval()), _ -> new RecentBars())
        .add(bar);
    volumes.computeIfAbsent(bar.instrument(), _ -> new VolumeProfile()).on(bar);
  }

  /** Takes note of an account's equity; null while it is not known. */
  public void equity(AccountId account, @Nullable Money equity) {
    if (equity == null) {
      equities.remove(account);
    } else {
      equities.put(account, equity);
    }
  }

  /** Takes note of how an account's capital is shared out among strategies. */
  public void allocated(CapitalAllocated allocation) {
    allocations.put(allocation.account(), allocation.capital());
  }

  /**
   * What a strategy may use of an account: nothing where others were allocated capital and it was
   * not; null where nothing is allocated, or for what is no strategy.
   */
  public @Nullable Money capital(AccountId account, SignalSource source) {
    Map<StrategyInstanceId, Money> capital = allocations.get(account);
    if (capital == null || capital.isEmpty() || !source.value().startsWith(STRATEGY)) {
      return null;
    }
    var strategy = new StrategyInstanceId(source.value().substring(STRATEGY.length()));
    Money any = capital.values().iterator().next();
    return capital.getOrDefault(strategy, Money.zero(any.currency()));
  }

  /** Average true range of an instrument's last bars, null while there are too few. */
  public @Nullable Price atr(InstrumentId instrument, Duration interval, int period) {
    RecentBars recent = bars.get(new Bars(instrument, interval));
    return recent == null ? null : recent.atr(period);
  }

  /** An account's equity, null if it is not known. */
  public @Nullable Money equity(AccountId account) {
    return equities.get(account);
  }

  /** Time of the latest tick; the epoch before the first. */
  public Instant lastTick() {
    return lastTick;
  }

  @Override
  public @Nullable InstrumentDefined instrument(InstrumentId instrument) {
    return instruments.get(instrument);
  }

  @Override
  public @Nullable Quoted quote(InstrumentId instrument) {
    return quotes.get(instrument);
  }

  @Override
  public Optional<Price> rate(Currency from, Currency to, Instant now) {
    return conversion.rate(from, to, now);
  }

  @Override
  public @Nullable VolumeProfile volumes(InstrumentId instrument) {
    return volumes.get(instrument);
  }
}
