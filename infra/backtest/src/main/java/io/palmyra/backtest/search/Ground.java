package io.palmyra.backtest.search;

import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all trials of a search have in common. Immutable, shared by all threads.
 *
 * @param strategy type
 * @param given parameters that are not swept, others take their defaults
 * @param terms of the instrument
 * @param bars of it, at least one more than those before
 * @param before how many of the first bars are shown without trading on them, 0 or more
 * @param limits by name
 * @param assumptions of the market
 */
public record Ground(
    StrategyType strategy,
    Map<String, String> given,
    InstrumentDefined terms,
    Bars bars,
    int before,
    LimitsProfile limits,
    Assumptions assumptions) {
  /** Parameter that a file of bars gives itself. */
  public static final String INTERVAL = "interval";

  /** All parameters of a trial, or why they do not go together. */
  Validated validated(Map<String, String> swept) {
    var all = new LinkedHashMap<>(given);
    all.putAll(swept);
    return strategy.descriptor().validate(all);
  }

  /** The same with accepted parameters, to be run. */
  Setup with(Parameters parameters) {
    return new Setup(
        before == 0 ? strategy : new Warmed(strategy, before),
        parameters,
        terms,
        bars,
        limits,
        assumptions);
  }

  /** The same on other bars and with other money. */
  Ground on(Bars otherBars, int otherBefore, Assumptions otherAssumptions) {
    return new Ground(strategy, given, terms, otherBars, otherBefore, limits, otherAssumptions);
  }
}
