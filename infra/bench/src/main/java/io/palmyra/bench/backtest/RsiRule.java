package io.palmyra.bench.backtest;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.indicator.Atr;
import io.palmyra.core.strategy.indicator.Rsi;
import java.time.Duration;
import java.util.List;

/** Long below a relative strength of 30, flat above one of 70: what the peer does too. */
final class RsiRule implements StrategyType {
  static final int PERIOD = 14;
  static final int OVERSOLD = 30;
  static final int OVERBOUGHT = 70;

  @Override
  public StrategyDescriptor descriptor() {
    return new StrategyDescriptor("rsi-rule", "a measure", List.of(), _ -> List.of(), false);
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new Rule(instrument);
  }

  private static final class Rule implements Strategy {
    private final InstrumentId instrument;
    private final Rsi rsi = new Rsi(PERIOD);
    private final Atr atr = new Atr(PERIOD);

    Rule(InstrumentId instrument) {
      this.instrument = instrument;
    }

    @Override
    public DataNeeds needs() {
      return new DataNeeds(false, Duration.ofMinutes(1), false, PERIOD);
    }

    @Override
    public boolean isReady() {
      return rsi.isReady() && atr.isReady();
    }

    @Override
    public List<Proposal> onBar(Bar bar, StrategyContext context) {
      rsi.add(bar.close());
      atr.add(bar.high(), bar.low(), bar.close());
      if (!isReady() || context.isUnderWay(instrument)) {
        return List.of();
      }
      boolean holds = context.position(instrument).signum() > 0;
      if (holds) {
        return rsi.value() >= OVERBOUGHT
            ? List.of(new Proposal.Exit(instrument, "OVERBOUGHT"))
            : List.of();
      }
      return rsi.value() <= OVERSOLD && atr.value() > 0
          ? List.of(new Proposal.Entry(instrument, Side.BUY, 1, 2 * atr.value()))
          : List.of();
    }
  }
}
