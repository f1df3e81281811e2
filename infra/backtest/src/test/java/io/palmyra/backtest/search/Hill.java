package io.palmyra.backtest.search;

import io.palmyra.backtest.engine.AccountRules;
import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.Sentiment;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Refusal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A strategy whose best parameters are known: once it is live it opens one position and keeps it,
 * 200 units less those by which {@code x} misses 37 and {@code y} misses 61. Refuses that both are
 * the same. It takes {@code warmUp} bars before it is ready.
 */
public final class Hill implements StrategyType {
  private static final InstrumentId GOLD = new InstrumentId("GOLD.TEST");

  /** Bars of an hour with the given closes, each of which is open, high and low too. */
  public static Bars bars(long... closes) {
    var bars = Bars.builder(0, 0, Duration.ofHours(1));
    long begin = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    for (int i = 0; i < closes.length; i++) {
      bars.add(begin + i * 3_600_000L, closes[i], closes[i], closes[i], closes[i], 1);
    }
    return bars.build();
  }

  /** A ground of all of some bars, without cost. */
  public static Ground ground(Bars bars, Map<String, String> given) {
    return new Ground(
        new Hill(),
        given,
        terms(),
        bars,
        0,
        bars.size(),
        false,
        LimitsProfile.WIDE,
        AccountRules.PLAIN,
        free(),
        Sentiment.NONE);
  }

  private static Assumptions free() {
    return new Assumptions(
        Money.of("100000", Currency.USD),
        Price.of("0"),
        Price.of("0"),
        new Commission(Money.of("0", Currency.USD), Quantity.ZERO),
        Quantity.ZERO);
  }

  private static InstrumentDefined terms() {
    return new InstrumentDefined(
        GOLD,
        "gold",
        new Currency("XXX"),
        Currency.USD,
        0,
        Price.of("1"),
        0,
        Quantity.ONE,
        Quantity.ONE,
        Quantity.of("1000000"),
        Quantity.ONE,
        new SpotTerms(),
        SessionCalendar.always());
  }

  /** All places of the hill. */
  public static Space space() {
    return new Space(
        List.of(
            AxisText.read("x=0..99", new Hill().descriptor()),
            AxisText.read("y=0..99", new Hill().descriptor())));
  }

  /** As great a profit as can be. */
  public static Goal profit() {
    return new Goal(Objective.PROFIT, 0);
  }

  @Override
  public StrategyDescriptor descriptor() {
    return new StrategyDescriptor(
        "hill",
        "for tests",
        List.of(
            new ParameterSpec.Whole("x", "place", 0, 99, 0),
            new ParameterSpec.Whole("y", "place", 0, 99, 1),
            new ParameterSpec.Decimal(
                "part", "not used", Quantity.ZERO, Quantity.ONE, Quantity.of("0.5")),
            new ParameterSpec.Choice("side", "of the position", List.of("BUY", "SELL"), "BUY"),
            new ParameterSpec.Whole("warmUp", "bars before it is ready", 0, 99, 0),
            new ParameterSpec.Flag("eager", "whether it proposes before it is ready", false),
            new ParameterSpec.Flag("fails", "whether it throws", false)),
        Hill::rule,
        false);
  }

  private static List<Refusal> rule(Parameters parameters) {
    int x = parameters.whole("x");
    return x == parameters.whole("y") ? List.of(new Refusal("x", "" + x, "not y")) : List.of();
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    int missed = Math.abs(parameters.whole("x") - 37) + Math.abs(parameters.whole("y") - 61);
    int warmUp = parameters.whole("warmUp");
    return new Strategy() {
      private int seen;

      @Override
      public DataNeeds needs() {
        return new DataNeeds(false, Duration.ofHours(1), false, warmUp);
      }

      @Override
      public boolean isReady() {
        return seen > warmUp;
      }

      @Override
      public List<Proposal> onBar(Bar bar, StrategyContext context) {
        seen++;
        if (parameters.flag("fails")) {
          throw new IllegalStateException("as it\nwas told");
        }
        boolean holds = context.position(instrument).signum() != 0;
        if (!(isReady() || parameters.flag("eager")) || holds || context.isUnderWay(instrument)) {
          return List.of();
        }
        Side side = Side.valueOf(parameters.choice("side"));
        return List.of(
            new Proposal.ExactOrder(
                instrument,
                side,
                OrderType.MARKET,
                Quantity.of("" + (200 - missed)),
                null,
                null,
                null,
                TimeInForce.GTC,
                false));
      }
    };
  }
}
