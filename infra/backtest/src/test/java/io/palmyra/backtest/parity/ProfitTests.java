package io.palmyra.backtest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import java.time.LocalDate;
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
}
