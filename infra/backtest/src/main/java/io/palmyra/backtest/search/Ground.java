package io.palmyra.backtest.search;

import io.palmyra.backtest.engine.AccountRules;
import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.Sentiment;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all trials of a search have in common: among it bars, of which some are traded and those
 * before them may be shown. Immutable, shared by all threads.
 *
 * @param strategy type
 * @param given parameters that are not swept, others take their defaults
 * @param terms of the instrument
 * @param bars of it
 * @param from number of the first bar that is traded
 * @param to number after the last one, above from
 * @param closing whether what is held is closed at the last one
 * @param limits by name
 * @param rules of the account besides them
 * @param assumptions of the market
 * @param sentiment that is told as it becomes known
 */
public record Ground(
    StrategyType strategy,
    Map<String, String> given,
    InstrumentDefined terms,
    Bars bars,
    int from,
    int to,
    boolean closing,
    LimitsProfile limits,
    AccountRules rules,
    Assumptions assumptions,
    Sentiment sentiment) {
  /** Parameter that a file of bars gives itself. */
  public static final String INTERVAL = "interval";

  public Ground {
    given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  /** The same over other ones of the bars. */
  public Ground over(int otherFrom, int otherTo) {
    return on(otherFrom, otherTo, closing, assumptions);
  }

  /** The same, but what is held is closed at the last bar. */
  public Ground closed() {
    return on(from, to, true, assumptions);
  }

  /** The same with other money at the begin. */
  public Ground having(Money cash) {
    return on(from, to, closing, assumptions.having(cash));
  }

  private Ground on(int otherFrom, int otherTo, boolean closed, Assumptions others) {
    return new Ground(
        strategy, given, terms, bars, otherFrom, otherTo, closed, limits, rules, others, sentiment);
  }

  /** All that is assumed, in words, for reports. */
  public Map<String, String> inWords() {
    var toldTo = strategy.create(defaults(), terms.instrument());
    return assumptions.inWords(rules, sentiment, toldTo, terms, bars);
  }

  private Parameters defaults() {
    return switch (strategy.descriptor().validate(Map.of())) {
      case Validated.Accepted accepted -> accepted.parameters();
      case Validated.Refused refused ->
          throw new IllegalStateException("defaults are refused: " + refused.refusals());
    };
  }

  /** All parameters of a trial, or why they do not go together. */
  Validated validated(Map<String, String> swept) {
    var all = new LinkedHashMap<>(given);
    all.putAll(swept);
    return strategy.descriptor().validate(all);
  }

  /**
   * All parameters of a trial.
   *
   * @throws IllegalArgumentException if they do not go together
   */
  public Parameters parameters(Trial trial) {
    return switch (validated(trial.parameters())) {
      case Validated.Accepted accepted -> accepted.parameters();
      case Validated.Refused refused -> throw new IllegalArgumentException("" + refused.refusals());
    };
  }

  /** How many bars before the first that is traded are shown: as many as are needed, if there. */
  int before(Parameters parameters) {
    return Math.min(from, strategy.create(parameters, terms.instrument()).needs().warmUpBars());
  }

  /** The same with accepted parameters, to be run after so many bars that are only shown. */
  Setup with(Parameters parameters, int before) {
    Bars shown = bars.slice(from - before, to);
    StrategyType bounded =
        before == 0 && !closing
            ? strategy
            : new Bounded(strategy, before, closing ? shown.size() - 1 : Integer.MAX_VALUE);
    return new Setup(bounded, parameters, terms, shown, limits, rules, assumptions, sentiment);
  }
}
