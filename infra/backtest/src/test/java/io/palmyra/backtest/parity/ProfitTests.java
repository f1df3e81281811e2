package io.palmyra.backtest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfitTests {
  private static final InstrumentDefined EURUSD =
      new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 20), true)
          .named("EURUSD")
          .orElseThrow();

  @Test
  void whatWasHeldCountsFromThePriceOfTheBegin() {
    var profit = new Profit(EURUSD, Quantity.of("1000"), Price.of("1.10000"));
    profit.on(Side.SELL, Quantity.of("1500"), Price.of("1.20000"));

    // 1000 rose by 0.1, and 500 were sold at 1.2 that are worth 1.3 each.
    assertThat(profit.at(Price.of("1.30000")).toDouble()).isEqualTo(50);
  }

  private static Deal deal(int number, Side side, String quantity, String price) {
    return new Deal(
        new ClientOrderId("%032x".formatted(number)),
        side,
        Instant.EPOCH.plusSeconds(number),
        new BigDecimal(quantity),
        new BigDecimal(price));
  }

  @Test
  void ofAUnitEachRoundTripCountsAlikeHoweverLargeAndInHoweverManyOrders() {
    List<Deal> deals =
        List.of(
            deal(1, Side.BUY, "100", "10"),
            deal(2, Side.SELL, "40", "12"),
            deal(3, Side.SELL, "60", "12"),
            deal(4, Side.SELL, "7", "12"),
            deal(5, Side.BUY, "14", "11"));

    // 2 a unit, then 1 a unit, and what the last order turned round is worth what it was.
    assertThat(new UnitProfit(BigDecimal.ZERO, 10, 0.5).of(deals, 11)).isEqualTo(6);
    assertThat(new UnitProfit(BigDecimal.TEN, 10, 0.5).of(List.of(), 11)).isEqualTo(2);
  }
}
