package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.Sentiment;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Currency;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.StrategyType;
import java.util.Map;

/**
 * What is tried on what.
 *
 * @param strategy type
 * @param parameters accepted by its descriptor
 * @param terms of the instrument
 * @param bars of it, at least one
 * @param limits by name
 * @param rules of the account besides its limits
 * @param assumptions of the market
 * @param sentiment that is told as it becomes known
 */
public record Setup(
    StrategyType strategy,
    Parameters parameters,
    InstrumentDefined terms,
    Bars bars,
    LimitsProfile limits,
    AccountRules rules,
    Assumptions assumptions,
    Sentiment sentiment) {
  static final AccountId ACCOUNT = new AccountId("backtest");
  static final StrategyInstanceId INSTANCE = new StrategyInstanceId("backtest");

  /**
   * @throws IllegalArgumentException if an assumption does not fit the instrument, a rule not the
   *     bars, or there is no bar
   */
  public Setup {
    assumptions = assumptions.fitting(terms);
    rules = rules.fitting(bars.interval());
    if (bars.size() == 0) {
      throw new IllegalArgumentException("no bars");
    }
    // Bars of quotes are of mids, which have a decimal more.
    if (assumptions.latency() == null && bars.priceScale() > terms.priceScale()) {
      throw new IllegalArgumentException(
          "bars have " + bars.priceScale() + " decimals; allowed: " + terms.priceScale());
    }
  }

  /** Without sentiment. */
  public Setup(
      StrategyType strategy,
      Parameters parameters,
      InstrumentDefined terms,
      Bars bars,
      LimitsProfile limits,
      AccountRules rules,
      Assumptions assumptions) {
    this(strategy, parameters, terms, bars, limits, rules, assumptions, Sentiment.NONE);
  }

  /** Under plain rules. */
  public Setup(
      StrategyType strategy,
      Parameters parameters,
      InstrumentDefined terms,
      Bars bars,
      LimitsProfile limits,
      Assumptions assumptions) {
    this(strategy, parameters, terms, bars, limits, AccountRules.PLAIN, assumptions);
  }

  /** All that is assumed, in words, for reports. */
  public Map<String, String> inWords() {
    var toldTo = strategy.create(parameters, terms.instrument());
    return assumptions.inWords(rules, sentiment, toldTo, terms, bars);
  }

  Currency currency() {
    return terms.quoteCurrency();
  }
}
