package io.palmyra.backtest.engine;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.util.Map;

/** Instruments and parameters of tests. */
final class Terms {
  private Terms() {}

  /** One that is always open and bought for cash. */
  static InstrumentDefined of(
      String id, String currency, String tick, String lot, String multiplier) {
    return new InstrumentDefined(
        new InstrumentId(id),
        id,
        new Currency("XXX"),
        new Currency(currency),
        Price.of(tick).scale(),
        Price.of(tick),
        Quantity.of(lot).scale(),
        Quantity.of(lot),
        Quantity.of(lot),
        Quantity.of("1000000"),
        Quantity.of(multiplier),
        new SpotTerms(),
        SessionCalendar.always());
  }

  /** The parameters of a type, which must accept what is given. */
  static Parameters accepted(StrategyType type, Map<String, String> given) {
    return ((Validated.Accepted) type.descriptor().validate(given)).parameters();
  }
}
