package io.palmyra.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.testing.SharedData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each strategy that looks at bars alone, over a month of minutes of bitcoin. */
class EveryStrategyTests {
  private static final Instant CUT = Instant.parse("2022-01-16T12:00:00Z");

  private final Bars bars =
      CsvImport.read(
              SharedData.require("nautilus/btc-perp-20211231-20220201_1m.csv.gz"),
              ZoneOffset.UTC,
              null)
          .bars();

  static Stream<Map.Entry<String, Map<String, String>>> strategies() {
    return Stream.of(
        Map.entry("sma-cross", Map.of("fast", "10", "slow", "50")),
        Map.entry("ema-cross", Map.of("fast", "10", "slow", "50")),
        Map.entry("macd", Map.of()),
        Map.entry("macd", Map.of("mode", "DIVERGENCE")),
        Map.entry("bollinger", Map.of()),
        Map.entry("bollinger", Map.of("mode", "SQUEEZE_BREAKOUT")),
        Map.entry("vwap", Map.of("distanceAtrs", "8")),
        Map.entry("vwap", Map.of("mode", "TREND")),
        Map.entry("mfi", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void tradesAndKnowsNothingOfWhatComesLater(Map.Entry<String, Map<String, String>> which) {
    Result whole = run(which, bars);
    assertThat(whole.trades().size()).isGreaterThan(10);
    assertThat(whole.denials()).doesNotContainKeys("MALFORMED", "TICK_SIZE", "LOT_SIZE", "EXPIRED");
    Result part = run(which, bars.between(Instant.EPOCH, CUT));
    List<OrderFilled> before =
        whole.fills().stream().filter(fill -> fill.at().isBefore(CUT)).toList();
    assertThat(part.fills()).isEqualTo(before);
    assertThat(part.equity()).isEqualTo(whole.equity().subList(0, part.equity().size()));
  }

  private static Result run(Map.Entry<String, Map<String, String>> which, Bars bars) {
    StrategyType type = StrategyCatalogue.builtIn().find(which.getKey()).orElseThrow();
    var parameters = Terms.accepted(type, which.getValue());
    var terms = Terms.of("BTCUSD.TEST", "USD", "0.001", "0.0001", "1");
    var assumptions =
        new Assumptions(
            Money.of("1000000", Currency.USD),
            Price.of("0.5"),
            Price.of("0.1"),
            new Commission(Money.zero(Currency.USD), Quantity.of("0.0002")),
            Quantity.ZERO);
    return Backtest.run(
        new Setup(type, parameters, terms, bars, LimitsProfile.WIDE, assumptions), _ -> {});
  }
}
