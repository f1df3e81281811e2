package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.BollingerBands;
import io.palmyra.core.strategy.indicator.Extreme;
import org.jspecify.annotations.Nullable;

/**
 * By reversion: buys a close below the lower band, sells one above the upper, and leaves at the
 * average. By breakout: goes with a close beyond a band if the bands were at their narrowest of a
 * while in the bar before, and leaves as a close crosses the average against it.
 */
final class BollingerStrategy extends BarStrategy {
  /** Stable code of its exits. */
  static final String AVERAGE_REACHED = "AVERAGE_REACHED";

  private final BollingerBands bands;
  private final Extreme narrowest;
  private final boolean byBreakout;
  private double close;
  private boolean squeezed;
  private boolean squeezedBefore;

  BollingerStrategy(Parameters parameters, InstrumentId instrument) {
    super(
        parameters,
        instrument,
        parameters.whole(BollingerType.PERIOD) + parameters.whole(BollingerType.SQUEEZE) + 1);
    bands =
        new BollingerBands(
            parameters.whole(BollingerType.PERIOD), parameters.decimal(BollingerType.WIDTH));
    narrowest = Extreme.lowest(parameters.whole(BollingerType.SQUEEZE));
    byBreakout = parameters.choice(BollingerType.MODE).equals(BollingerType.BREAKOUT);
  }

  @Override
  void observe(Bar bar, @Nullable InstrumentDefined terms) {
    bands.add(bar.close());
    close = bar.close();
    if (bands.isReady()) {
      narrowest.add(bands.bandWidth());
      squeezedBefore = squeezed;
      squeezed = narrowest.isReady() && bands.bandWidth() <= narrowest.value();
    }
  }

  @Override
  boolean knowsEnough() {
    return bands.isReady() && (!byBreakout || narrowest.isReady());
  }

  @Override
  @Nullable Side enters() {
    Side beyond = close > bands.upper() ? Side.BUY : close < bands.lower() ? Side.SELL : null;
    if (byBreakout) {
      return squeezedBefore ? beyond : null;
    }
    return beyond == null ? null : beyond.opposite();
  }

  @Override
  @Nullable String leaves(Side held) {
    boolean above = close >= bands.middle();
    boolean over = byBreakout ? above != (held == Side.BUY) : above == (held == Side.BUY);
    return over ? AVERAGE_REACHED : null;
  }
}
