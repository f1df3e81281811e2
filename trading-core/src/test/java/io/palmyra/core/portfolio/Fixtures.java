package io.palmyra.core.portfolio;

import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.FutureTerms;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentTerms;
import io.palmyra.contracts.instrument.MarginTerms;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;

/** Instruments and fills for the books' tests. */
final class Fixtures {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  static final AccountId PAPER = new AccountId("paper");
  static final Currency USD = Currency.USD;
  static final Currency MYR = new Currency("MYR");

  static final InstrumentDefined EURUSD =
      instrument(
          "EURUSD.SIM", "EUR", USD, "1", new MarginTerms(Quantity.of("30"), Quantity.of("0.03")));
  static final InstrumentDefined BTCUSD =
      instrument("BTCUSD.SIM", "BTC", USD, "1", new SpotTerms());
  static final InstrumentDefined FCPO =
      instrument(
          "FCPO.SIM",
          "MYR",
          MYR,
          "25",
          new FutureTerms(NOW, null, Money.of("8000", MYR), Money.of("7000", MYR)));

  private Fixtures() {}

  static InstrumentDefined instrument(
      String id, String base, Currency quote, String multiplier, InstrumentTerms terms) {
    return new InstrumentDefined(
        new InstrumentId(id),
        id,
        new Currency(base),
        quote,
        5,
        Price.of("0.00001"),
        8,
        Quantity.of("0.00000001"),
        Quantity.of("0.00000001"),
        Quantity.of("1000000"),
        Quantity.of(multiplier),
        terms,
        SessionCalendar.always());
  }

  static FillRecorded fill(
      int number, InstrumentDefined of, Side side, String quantity, String price, String fee) {
    var venue = new VenueId("SIMULATED");
    var execution = new ExecutionId("E" + number);
    var signal = SignalId.of(new SignalSource("person:test"), PAPER, "k" + number);
    return new FillRecorded(
        ClientOrderId.of(signal, 0, 0, 0),
        PAPER,
        of.instrument(),
        signal,
        new SignalSource("person:test"),
        venue,
        side,
        FillId.of(venue, PAPER, execution),
        execution,
        Quantity.of(quantity),
        Price.of(price),
        Quantity.of(quantity),
        Quantity.ZERO,
        Money.of(fee, of.quoteCurrency()),
        Liquidity.TAKER,
        NOW.plusSeconds(number));
  }
}
