package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/** What a bar's volume leaves for one order; all it wants where nothing is bound. */
final class VolumeBudget {
  private final @Nullable Quantity most;

  VolumeBudget(Bars bars, int bar, Assumptions assumptions, InstrumentDefined terms) {
    long volume = bars.volume(bar);
    Quantity share = assumptions.volumeShare();
    most =
        share.signum() == 0
            ? null
            : Shares.of(new Quantity(volume, bars.volumeScale()), share)
                .floorToMultipleOf(terms.lotSize());
  }

  Quantity take(Quantity wanted) {
    return most == null ? wanted : wanted.min(most);
  }
}
