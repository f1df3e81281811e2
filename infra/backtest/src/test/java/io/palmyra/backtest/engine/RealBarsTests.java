package io.palmyra.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.analytics.Trade;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.testing.SharedData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cross of averages over eleven years of palm oil. */
class RealBarsTests {
  private static final Currency RINGGIT = new Currency("MYR");
  private final Bars bars =
      CsvImport.read(
              SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv"), ZoneOffset.UTC, null)
          .bars();

  private static Result run(Bars bars, String halfSpread) {
    StrategyType type = StrategyCatalogue.builtIn().find("sma-cross").orElseThrow();
    Map<String, String> given = Map.of("fast", "10", "slow", "50", "interval", "P1D");
    var parameters = Terms.accepted(type, given);
    var terms = Terms.of("FCPO.MYX", "MYR", "1", "1", "25");
    var assumptions =
        new Assumptions(
            Money.of("1000000", RINGGIT),
            Price.of(halfSpread),
            Price.of("1"),
            new Commission(Money.of("15", RINGGIT), Quantity.ZERO),
            Quantity.ZERO);
    return Backtest.run(
        new Setup(type, parameters, terms, bars, LimitsProfile.WIDE, assumptions), _ -> {});
  }

  @Test
  void theSameSetupGivesTheSameToTheBit() {
    Result first = run(bars, "1");
    Result again = run(bars, "1");
    assertThat(again.hash()).isEqualTo(first.hash());
    assertThat(run(bars, "2").hash()).isNotEqualTo(first.hash());
    assertThat(first.trades().size()).isGreaterThan(20);
    // A change of this hash is a change of what a backtest says: it needs a reason in the log.
    assertThat(first.hash())
        .isEqualTo("81ae5f4ac17eb83937ea30f8c948ee7c2ac4a41b11439626e5f737cf5779d602");
  }

  @Test
  void equityIsCashAndAllTradesToTheLastDecimal() {
    Result result = run(bars, "1");
    Money closed =
        result.trades().stream().map(Trade::profit).reduce(Money.zero(RINGGIT), Money::plus);
    assertThat(result.openAtTheEnd()).isFalse();
    assertThat(result.profit()).isEqualTo(closed);
  }

  @Test
  void whatComesLaterChangesNothingBefore() {
    Result whole = run(bars, "1");
    Instant cut = Instant.parse("2021-01-01T00:00:00Z");
    Result part = run(bars.between(Instant.EPOCH, cut), "1");
    List<OrderFilled> before =
        whole.fills().stream().filter(fill -> fill.at().isBefore(cut)).toList();
    assertThat(before).isNotEmpty();
    assertThat(part.fills()).isEqualTo(before);
    assertThat(part.equity()).isEqualTo(whole.equity().subList(0, part.equity().size()));
  }
}
