package io.palmyra.backtest.parity;

import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Backtest;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.StrategyType;
import java.time.Duration;
import java.util.List;

/** The backtest that live fills are held against. */
final class PlainBacktest {
  private static final int VOLUME_SCALE = 8;
  private static final String PLENTY = "100000";

  private PlainBacktest() {}

  /**
   * Runs it.
   *
   * @param bars of one interval, oldest first
   * @param used values of live decisions: their quotes give the spread, the first equity the cash
   */
  static Result run(
      StrategyType type,
      Parameters parameters,
      InstrumentDefined terms,
      List<BarClosed> bars,
      List<DecisionInputs> used) {
    var assumptions =
        new Assumptions(
            cash(terms, used),
            halfSpread(terms, used),
            new Price(0, terms.priceScale()),
            new Commission(Money.zero(terms.quoteCurrency()), Quantity.ZERO),
            Quantity.ZERO);
    return Backtest.run(
        new Setup(type, parameters, terms, columns(bars, terms), LimitsProfile.WIDE, assumptions),
        _ -> {});
  }

  private static Money cash(InstrumentDefined terms, List<DecisionInputs> used) {
    for (DecisionInputs each : used) {
      Money equity = each.equity();
      if (equity != null && equity.signum() > 0) {
        return equity.currency().equals(terms.quoteCurrency())
            ? equity
            : Money.of(PLENTY, terms.quoteCurrency());
      }
    }
    return Money.of(PLENTY, terms.quoteCurrency());
  }

  /** Half of the middle one of the spreads that risk saw, in whole ticks. */
  private static Price halfSpread(InstrumentDefined terms, List<DecisionInputs> used) {
    long tick = terms.tickSize().atScale(terms.priceScale()).mantissa();
    long[] spreads =
        used.stream()
            .mapToLong(each -> spread(each.quote(), terms))
            .filter(each -> each >= 0)
            .sorted()
            .toArray();
    long half = spreads.length == 0 ? 0 : spreads[spreads.length / 2] / 2;
    return new Price(half / tick * tick, terms.priceScale());
  }

  private static long spread(
      @org.jspecify.annotations.Nullable QuoteTick quote, InstrumentDefined terms) {
    return quote == null
        ? -1
        : quote.ask().minus(quote.bid()).atScale(terms.priceScale()).mantissa();
  }

  private static Bars columns(List<BarClosed> bars, InstrumentDefined terms) {
    int scale = terms.priceScale();
    Duration interval = bars.getFirst().interval();
    var columns = Bars.builder(scale, VOLUME_SCALE, interval);
    for (BarClosed bar : bars) {
      columns.add(
          bar.openTime().toEpochMilli(),
          bar.open().atScale(scale).mantissa(),
          bar.high().atScale(scale).mantissa(),
          bar.low().atScale(scale).mantissa(),
          bar.close().atScale(scale).mantissa(),
          bar.volume().atScale(VOLUME_SCALE).mantissa());
    }
    return columns.build();
  }
}
