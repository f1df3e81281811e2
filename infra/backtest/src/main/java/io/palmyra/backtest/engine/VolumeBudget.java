package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/** What a bar's volume leaves for each order; all it wants where nothing is bound. */
final class VolumeBudget {
  private final @Nullable Quantity most;
  private final Bars bars;
  private final int bar;

  VolumeBudget(Bars bars, int bar, Assumptions assumptions, InstrumentDefined terms) {
    this.bars = bars;
    this.bar = bar;
    long volume = bars.volume(bar);
    Quantity share = assumptions.volumeShare();
    most =
        share.signum() == 0
            ? null
            : Shares.of(new Quantity(volume, bars.volumeScale()), share)
                .floorToMultipleOf(terms.lotSize());
  }

  Bars bars() {
    return bars;
  }

  int bar() {
    return bar;
  }

  /** How much of what an order wants it gets now, what it got in this bar before counted. */
  Quantity of(Working order) {
    return most == null ? order.left() : order.left().min(most.minus(order.filledIn(bar)));
  }
}
