package io.palmyra.bench.backtest;

import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Backtest;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.util.Map;

/**
 * Our backtests: the live decisions, exact money, spread, slippage, commission, equity each bar.
 */
final class Ours {
  private final Bars bars;

  Ours(Bars bars) {
    this.bars = bars;
  }

  /** A long-only cross of averages; how many trades it made. */
  int smaCross(int fast, int slow) {
    StrategyType type = StrategyCatalogue.builtIn().find("sma-cross").orElseThrow();
    return run(type, Map.of("fast", "" + fast, "slow", "" + slow, "direction", "LONG"));
  }

  /** The rule on relative strength. */
  int rsi() {
    return run(new RsiRule(), Map.of());
  }

  private int run(StrategyType type, Map<String, String> given) {
    var parameters = ((Validated.Accepted) type.descriptor().validate(given)).parameters();
    var terms =
        new InstrumentDefined(
            new InstrumentId("WALK.TEST"),
            "a walk",
            new Currency("WLK"),
            Currency.USD,
            4,
            Price.of("0.0001"),
            0,
            Quantity.ONE,
            Quantity.ONE,
            Quantity.of("1000000"),
            Quantity.ONE,
            new SpotTerms(),
            SessionCalendar.always());
    var assumptions =
        new Assumptions(
            Money.of("1000000", Currency.USD),
            Price.of("0.0010"),
            Price.of("0.0005"),
            new Commission(Money.zero(Currency.USD), Quantity.of("0.00001")),
            Quantity.ZERO);
    var setup = new Setup(type, parameters, terms, bars, LimitsProfile.WIDE, assumptions);
    return Backtest.run(setup, _ -> {}).trades().size();
  }
}
