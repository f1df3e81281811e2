package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.sizing.OpenTrip;
import io.palmyra.core.risk.sizing.RecentBars;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.sizing.TripRecord;
import io.palmyra.core.risk.sizing.Yardstick;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sizes entries: the last bars, or what the last round trips brought. */
final class SizingWatch {
  private final Sizing sizing;
  private final InstrumentDefined terms;
  private final RecentBars recent = new RecentBars();
  private final Deque<Money> results = new ArrayDeque<>();
  private @Nullable OpenTrip trip;

  SizingWatch(Sizing sizing, InstrumentDefined terms) {
    this.sizing = sizing;
    this.terms = terms;
  }

  /** A bar is over. */
  void closed(Bars bars, int bar) {
    if (sizing instanceof Sizing.VolatilityTarget) {
      recent.add(
          new BarClosed(
              terms.instrument(),
              bars.interval(),
              bars.openTime(bar),
              price(bars, bars.open(bar)),
              price(bars, bars.high(bar)),
              price(bars, bars.low(bar)),
              price(bars, bars.close(bar)),
              new Quantity(bars.volume(bar), bars.volumeScale()),
              0));
    }
  }

  private Price price(Bars bars, long units) {
    return new Price(units, bars.priceScale()).atScale(terms.priceScale());
  }

  /** Something was filled; all of it is the one strategy's, whoever closed it. */
  void filled(OrderFilled fill) {
    if (!(sizing instanceof Sizing.CappedKelly)) {
      return;
    }
    OpenTrip.After after =
        OpenTrip.filled(
            trip,
            fill.side(),
            fill.lastQuantity(),
            terms.value(fill.lastQuantity(), fill.lastPrice()),
            fill.fee());
    trip = after.open();
    if (after.result() != null) {
      results.addLast(after.result());
      if (results.size() > TripRecord.REMEMBERED) {
        results.removeFirst();
      }
    }
  }

  /** What sizes an entry now. */
  Yardstick yardstick() {
    return switch (sizing) {
      case Sizing.FixedFraction _ -> Yardstick.FIXED;
      case Sizing.VolatilityTarget target ->
          new Yardstick(sizing, recent.atr(target.period()), TripRecord.NONE);
      case Sizing.CappedKelly _ -> new Yardstick(sizing, null, TripRecord.of(List.copyOf(results)));
    };
  }
}
