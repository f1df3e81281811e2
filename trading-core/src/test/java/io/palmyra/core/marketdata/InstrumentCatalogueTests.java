package io.palmyra.core.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.FutureTerms;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentKind;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InstrumentCatalogueTests {
  private final InstrumentCatalogue catalogue =
      new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 21), false);

  @Test
  void definesTheSevenOfTheSimulatedMarketWithTheirKinds() {
    assertThat(catalogue.simulated())
        .extracting(each -> each.instrument() + " " + each.terms().kind())
        .containsExactly(
            "EURUSD.SIM MARGIN",
            "GBPUSD.SIM MARGIN",
            "USDJPY.SIM MARGIN",
            "USDMYR.SIM MARGIN",
            "FCPO.SIM FUTURE",
            "BTCUSD.SIM SPOT",
            "ETHUSD.SIM SPOT");
  }

  @Test
  void knowsPalmOilAsBursaMalaysiaTradesIt() {
    InstrumentDefined palmOil = catalogue.named("FCPO").orElseThrow();
    assertThat(palmOil.tickSize()).isEqualTo(Price.of("1"));
    assertThat(palmOil.multiplier().toString()).isEqualTo("25");
    assertThat(palmOil.quoteCurrency()).isEqualTo(new Currency("MYR"));
    assertThat(((FutureTerms) palmOil.terms()).expiry()).isEqualTo("2027-02-15T04:00:00Z");
    assertThat(palmOil.calendar().isOpen(Instant.parse("2026-11-23T02:30:00Z"))).isTrue();
    assertThat(palmOil.calendar().isOpen(Instant.parse("2026-11-23T04:30:00Z"))).isFalse();
    assertThat(palmOil.calendar().isOpen(Instant.parse("2026-11-27T13:30:00Z")))
        .as("no evening session on Fridays")
        .isFalse();
  }

  @Test
  void knowsAnyPairOfCurrenciesOnAnyVenue() {
    var oanda = new InstrumentCatalogue(new VenueId("OANDA"), LocalDate.of(2026, 11, 21), true);
    InstrumentDefined pair = oanda.named("NZDJPY").orElseThrow();
    assertThat(pair.instrument().value()).isEqualTo("NZDJPY.OANDA");
    assertThat(pair.terms().kind()).isEqualTo(InstrumentKind.MARGIN);
    assertThat(pair.priceScale()).isEqualTo(3);
    assertThat(oanda.named("SPY")).isEmpty();
    assertThat(oanda.named("ABCDEF")).isEmpty();
  }
}
