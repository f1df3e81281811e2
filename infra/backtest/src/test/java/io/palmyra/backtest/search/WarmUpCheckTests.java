package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.engine.AccountRules;
import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.backtest.history.Sentiment;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.testing.SharedData;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpCheckTests {
  private static final Currency MYR = new Currency("MYR");

  private final Bars bars =
      CsvImport.read(
              SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv"), ZoneOffset.UTC, null)
          .bars();

  private WarmUpCheck.Found check(StrategyType type) {
    Map<String, String> given =
        type.descriptor().parameters().isEmpty() ? Map.of() : Map.of("interval", "P1D");
    Parameters parameters = ((Validated.Accepted) type.descriptor().validate(given)).parameters();
    var ground =
        new Ground(
            type,
            given,
            terms(),
            bars,
            0,
            bars.size(),
            false,
            LimitsProfile.WIDE,
            AccountRules.PLAIN,
            new Assumptions(
                Money.of("10000000", MYR),
                Price.of("0"),
                Price.of("0"),
                new Commission(Money.zero(MYR), Quantity.ZERO),
                Quantity.ZERO),
            Sentiment.NONE);
    return WarmUpCheck.of(ground, parameters, _ -> {});
  }

  private static InstrumentDefined terms() {
    return new InstrumentDefined(
        new InstrumentId("FCPO.TEST"),
        "palm oil",
        new Currency("XXX"),
        MYR,
        0,
        Price.of("1"),
        0,
        Quantity.ONE,
        Quantity.ONE,
        Quantity.of("1000000"),
        Quantity.of("25"),
        new SpotTerms(),
        SessionCalendar.always());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sma-cross", "ema-cross", "macd", "bollinger", "mfi"})
  void whatComesWithPalmyraAsksForAllThatItNeeds(String id) {
    WarmUpCheck.Found found = check(StrategyCatalogue.builtIn().find(id).orElseThrow());
    assertThat(found.inWords()).startsWith("no hidden past");
    assertThat(found.begins()).isGreaterThan(10);
    assertThat(found.orders()).isGreaterThan(50);
  }

  @Test
  void aStrategyThatRemembersTheFirstBarIsCaught() {
    assertThat(check(new Rememberer()).inWords())
        .startsWith("a hidden past: from ")
        .endsWith("and not after the 5 that it asks for");
  }

  /** Long above the first close that it ever saw, which it asks five bars for. */
  private static final class Rememberer implements StrategyType {
    @Override
    public StrategyDescriptor descriptor() {
      return new StrategyDescriptor("rememberer", "a culprit", List.of(), _ -> List.of(), false);
    }

    @Override
    public Strategy create(Parameters parameters, InstrumentId instrument) {
      return new Strategy() {
        private double first = Double.NaN;

        @Override
        public DataNeeds needs() {
          return new DataNeeds(false, Duration.ofDays(1), false, 5);
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public List<Proposal> onBar(Bar bar, StrategyContext context) {
          first = Double.isNaN(first) ? bar.close() : first;
          boolean above = bar.close() > first;
          boolean holds = context.position(instrument).signum() > 0;
          if (context.isUnderWay(instrument) || above == holds) {
            return List.of();
          }
          return List.of(
              above
                  ? new Proposal.Entry(instrument, io.palmyra.contracts.value.Side.BUY, 1, 50)
                  : new Proposal.Exit(instrument, "BELOW"));
        }
      };
    }
  }
}
