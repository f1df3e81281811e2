package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.Market;
import io.palmyra.core.risk.sizing.OpenTrip;
import io.palmyra.core.risk.sizing.TripRecord;
import io.palmyra.platform.lane.AccountPartitions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What each source's round trips brought, of the open partitions. Owned by the lane's thread:
 * loaded when a partition opens, dropped when it closes, written once a commit.
 */
public final class RoundTrips {
  private final TripStore store;
  private final Market market;
  private final Supplier<Instant> marketTime;
  private final Map<TripStore.Key, OpenTrip> open = new HashMap<>();
  private final Map<Source, Deque<Money>> results = new HashMap<>();
  private final Map<TripStore.Key, Currency> changed = new HashMap<>();
  private final List<TripStore.Ended> ended = new ArrayList<>();

  private record Source(AccountId account, SignalSource source) {
    static Source of(TripStore.Key key) {
      return new Source(key.account(), key.source());
    }
  }

  /**
   * @param marketTime what time it is in the market
   */
  public RoundTrips(TripStore store, Market market, Supplier<Instant> marketTime) {
    this.store = store;
    this.market = market;
    this.marketTime = marketTime;
  }

  /** Loads a partition. */
  public void open(int partition) {
    store.open(partition).forEach(trip -> open.put(trip.key(), trip.trip()));
    store
        .ended(partition, TripRecord.REMEMBERED)
        .forEach(trip -> remember(trip.key(), trip.result()));
  }

  /** Drops a partition and all that was not written. */
  public void close(int partition) {
    open.keySet().removeIf(key -> isOf(partition, key.account()));
    results.keySet().removeIf(source -> isOf(partition, source.account()));
    changed.keySet().removeIf(key -> isOf(partition, key.account()));
    ended.removeIf(trip -> isOf(partition, trip.key().account()));
  }

  /** Writes what changed; inside the transaction, before its commit. */
  public void save() {
    changed.forEach(
        (key, currency) ->
            store.save(key, AccountPartitions.of(key.account()), currency, open.get(key)));
    changed.clear();
    ended.forEach(trip -> store.add(trip, AccountPartitions.of(trip.key().account())));
    ended.clear();
  }

  /** What a source's last round trips brought. */
  TripRecord of(AccountId account, SignalSource source) {
    Deque<Money> all = results.get(new Source(account, source));
    return all == null ? TripRecord.NONE : TripRecord.of(List.copyOf(all));
  }

  /**
   * Takes what a fill moved a position by. What a service closes ends the trips of the sources that
   * held it.
   *
   * @param quantity above 0
   * @param currency of the account
   */
  void moved(OrderFilled fill, Quantity quantity, Currency currency) {
    Quantity rest = quantity;
    if (fill.source().isService()) {
      for (TripStore.Key held : heldAgainst(fill)) {
        OpenTrip trip = open.get(held);
        if (trip != null && rest.signum() > 0) {
          Quantity part = trip.position().abs().min(rest);
          moved(held, fill, part, currency);
          rest = rest.minus(part);
        }
      }
    }
    if (rest.signum() > 0) {
      moved(
          new TripStore.Key(fill.account(), fill.source(), fill.instrument()),
          fill,
          rest,
          currency);
    }
  }

  private List<TripStore.Key> heldAgainst(OrderFilled fill) {
    return open.entrySet().stream()
        .filter(entry -> entry.getKey().account().equals(fill.account()))
        .filter(entry -> entry.getKey().instrument().equals(fill.instrument()))
        .filter(entry -> entry.getValue().position().signum() == -fill.side().sign())
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(key -> key.source().value()))
        .toList();
  }

  private void moved(TripStore.Key key, OrderFilled fill, Quantity part, Currency currency) {
    OpenTrip.After after =
        OpenTrip.filled(
            open.get(key),
            fill.side(),
            part,
            value(fill, part, currency),
            fee(fill, part, currency));
    if (after.open() == null) {
      open.remove(key);
    } else {
      open.put(key, after.open());
    }
    changed.put(key, currency);
    Money result = after.result();
    if (result != null) {
      remember(key, result);
      ended.add(new TripStore.Ended(key, result, fill.at()));
    }
  }

  /** What of a fill's fee falls to a part of it. */
  private @Nullable Money fee(OrderFilled fill, Quantity part, Currency currency) {
    Money whole = in(currency, fill.fee());
    if (whole == null || part.compareTo(fill.lastQuantity()) >= 0) {
      return whole;
    }
    long share =
        FixedPoint.divide(
            part.mantissa(),
            part.scale(),
            fill.lastQuantity().mantissa(),
            fill.lastQuantity().scale(),
            FixedPoint.MAX_SCALE);
    return whole.times(new Quantity(share, FixedPoint.MAX_SCALE));
  }

  private @Nullable Money value(OrderFilled fill, Quantity quantity, Currency currency) {
    InstrumentDefined instrument = market.instrument(fill.instrument());
    return instrument == null ? null : in(currency, instrument.value(quantity, fill.lastPrice()));
  }

  private @Nullable Money in(Currency currency, Money money) {
    return money.currency().equals(currency)
        ? money
        : market
            .rate(money.currency(), currency, marketTime.get())
            .map(rate -> money.convert(rate, currency))
            .orElse(null);
  }

  private void remember(TripStore.Key key, Money result) {
    Deque<Money> all = results.computeIfAbsent(Source.of(key), _ -> new ArrayDeque<>());
    all.addLast(result);
    if (all.size() > TripRecord.REMEMBERED) {
      all.removeFirst();
    }
  }

  private static boolean isOf(int partition, AccountId account) {
    return AccountPartitions.of(account) == partition;
  }
}
