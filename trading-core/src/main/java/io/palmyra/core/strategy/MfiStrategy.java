package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.Mfi;
import org.jspecify.annotations.Nullable;

/**
 * Buys as the money flow index rises out of oversold, sells as it falls out of overbought, leaves
 * at the other side.
 */
final class MfiStrategy extends BarStrategy {
  /** Stable code of its exits. */
  static final String FLOW_REVERSED = "FLOW_REVERSED";

  private final Mfi mfi;
  private final double oversold;
  private final double overbought;
  private double now = Double.NaN;
  private double before = Double.NaN;

  MfiStrategy(Parameters parameters, InstrumentId instrument) {
    super(parameters, instrument, parameters.whole(MfiType.PERIOD) + 2);
    mfi = new Mfi(parameters.whole(MfiType.PERIOD));
    oversold = parameters.decimal(SharedParameters.OVERSOLD);
    overbought = parameters.decimal(SharedParameters.OVERBOUGHT);
  }

  @Override
  void observe(Bar bar, @Nullable InstrumentDefined terms) {
    mfi.add(bar.high(), bar.low(), bar.close(), bar.volume());
    before = now;
    now = mfi.value();
  }

  @Override
  boolean knowsEnough() {
    return !Double.isNaN(before);
  }

  @Override
  @Nullable Side enters() {
    if (before <= oversold && now > oversold) {
      return Side.BUY;
    }
    return before >= overbought && now < overbought ? Side.SELL : null;
  }

  @Override
  @Nullable String leaves(Side held) {
    boolean over = held == Side.BUY ? now >= overbought : now <= oversold;
    return over ? FLOW_REVERSED : null;
  }
}
