package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.Extreme;
import io.palmyra.core.strategy.indicator.Macd;
import org.jspecify.annotations.Nullable;

/**
 * Enters as MACD's histogram crosses zero; or, by divergence, as the close is at its lowest of a
 * while and the histogram, below zero, is not (and the other way round). Leaves as the histogram
 * crosses zero against the position.
 */
final class MacdStrategy extends BarStrategy {
  /** Stable code of its exits. */
  static final String HISTOGRAM_REVERSED = "HISTOGRAM_REVERSED";

  private final Macd macd;
  private final boolean byDivergence;
  private final Extreme lowestClose;
  private final Extreme highestClose;
  private final Extreme lowestHistogram;
  private final Extreme highestHistogram;
  private double close;
  private double histogram = Double.NaN;
  private double before = Double.NaN;

  MacdStrategy(Parameters parameters, InstrumentId instrument) {
    super(
        parameters,
        instrument,
        SharedParameters.EMA_MEMORY
                * (parameters.whole(MacdType.SLOW) + parameters.whole(MacdType.SIGNAL) + 2)
            + parameters.whole(MacdType.LOOK_BACK));
    macd =
        new Macd(
            parameters.whole(MacdType.FAST),
            parameters.whole(MacdType.SLOW),
            parameters.whole(MacdType.SIGNAL));
    byDivergence = parameters.choice(MacdType.MODE).equals(MacdType.DIVERGENCE);
    int lookBack = parameters.whole(MacdType.LOOK_BACK);
    lowestClose = Extreme.lowest(lookBack);
    highestClose = Extreme.highest(lookBack);
    lowestHistogram = Extreme.lowest(lookBack);
    highestHistogram = Extreme.highest(lookBack);
  }

  @Override
  void observe(Bar bar, @Nullable InstrumentDefined terms) {
    macd.add(bar.close());
    close = bar.close();
    before = histogram;
    histogram = macd.histogram();
    if (macd.isReady()) {
      lowestClose.add(close);
      highestClose.add(close);
      lowestHistogram.add(histogram);
      highestHistogram.add(histogram);
    }
  }

  @Override
  boolean knowsEnough() {
    return !Double.isNaN(before) && (!byDivergence || lowestHistogram.isReady());
  }

  @Override
  @Nullable Side enters() {
    return byDivergence ? diverges() : crosses();
  }

  private @Nullable Side crosses() {
    if (before <= 0 && histogram > 0) {
      return Side.BUY;
    }
    return before >= 0 && histogram < 0 ? Side.SELL : null;
  }

  private @Nullable Side diverges() {
    if (histogram < 0 && close <= lowestClose.value() && histogram > lowestHistogram.value()) {
      return Side.BUY;
    }
    return histogram > 0 && close >= highestClose.value() && histogram < highestHistogram.value()
        ? Side.SELL
        : null;
  }

  @Override
  @Nullable String leaves(Side held) {
    Side turned = crosses();
    return turned == held.opposite() ? HISTOGRAM_REVERSED : null;
  }
}
