package io.palmyra.core.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.FutureTerms;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentTerms;
import io.palmyra.contracts.instrument.MarginTerms;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CurrencyConversionTests {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Currency EUR = new Currency("EUR");
  private static final Currency JPY = new Currency("JPY");
  private static final Currency MYR = new Currency("MYR");
  private static final InstrumentTerms MARGIN =
      new MarginTerms(Quantity.of("30"), Quantity.of("0.03"));

  private final LastMids mids = new LastMids();
  private final CurrencyConversion conversion =
      new CurrencyConversion(mids, Duration.ofSeconds(30));

  @Test
  void needsNoRateForTheSameCurrency() {
    assertThat(conversion.convert(usd("12.34"), Currency.USD, NOW)).contains(usd("12.34"));
  }

  @Test
  void convertsAtTheMidOfAPair() {
    quote("EURUSD.SIM", "EUR", "USD", "1.08500", "1.08510", NOW);

    assertThat(conversion.convert(Money.of("1000", EUR), Currency.USD, NOW))
        .contains(usd("1085.05"));
  }

  @Test
  void convertsAgainstTheDirectionOfAPair() {
    quote("USDJPY.SIM", "USD", "JPY", "159.990", "160.010", NOW);

    assertThat(conversion.rate(JPY, Currency.USD, NOW)).contains(Price.of("0.006250000000"));
    assertThat(conversion.convert(Money.of("160000", JPY), Currency.USD, NOW))
        .contains(usd("1000"));
  }

  @Test
  void crossesOnceThroughTheDollar() {
    quote("EURUSD.SIM", "EUR", "USD", "1.10000", "1.10000", NOW);
    quote("USDMYR.SIM", "USD", "MYR", "4.20000", "4.20000", NOW);

    assertThat(conversion.convert(Money.of("100", EUR), MYR, NOW)).contains(Money.of("462", MYR));
    assertThat(conversion.convert(Money.of("462", MYR), EUR, NOW).orElseThrow().toDouble())
        .isCloseTo(100, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void prefersThePairItselfToTheCross() {
    quote("EURUSD.SIM", "EUR", "USD", "1.1", "1.1", NOW);
    quote("USDMYR.SIM", "USD", "MYR", "4.2", "4.2", NOW);
    quote("EURMYR.SIM", "EUR", "MYR", "4.7", "4.7", NOW);

    assertThat(conversion.rate(EUR, MYR, NOW)).contains(Price.of("4.7"));
  }

  @Test
  void neverCrossesThroughAnythingElse() {
    quote("EURJPY.SIM", "EUR", "JPY", "170", "170", NOW);
    quote("USDJPY.SIM", "USD", "JPY", "160", "160", NOW);

    assertThat(conversion.rate(EUR, Currency.USD, NOW)).isEmpty();
  }

  @Test
  void hasNoAnswerWithoutARate() {
    assertThat(conversion.rate(EUR, Currency.USD, NOW)).isEmpty();
    assertThat(conversion.convert(Money.of("1", EUR), MYR, NOW)).isEmpty();
  }

  @Test
  void hasNoAnswerWhenOneLegIsStale() {
    quote("EURUSD.SIM", "EUR", "USD", "1.1", "1.1", NOW);
    quote("USDMYR.SIM", "USD", "MYR", "4.2", "4.2", NOW.minusSeconds(10));

    assertThat(conversion.rate(EUR, MYR, NOW.plusSeconds(20))).isPresent();
    assertThat(conversion.rate(EUR, MYR, NOW.plusSeconds(21))).isEmpty();
    assertThat(conversion.rate(EUR, Currency.USD, NOW.plusSeconds(21))).isPresent();
  }

  @Test
  void keepsTheLaterQuoteWhateverArrivesLast() {
    quote("EURUSD.SIM", "EUR", "USD", "1.2", "1.2", NOW);
    quote("EURUSD.SIM", "EUR", "USD", "1.1", "1.1", NOW.minusSeconds(1));

    assertThat(conversion.rate(EUR, Currency.USD, NOW)).contains(Price.of("1.2"));
  }

  @Test
  void takesNoRateFromFuturesOrPricesThatAreNone() {
    define("EURUSD.FUT", "EUR", "USD", new FutureTerms(NOW, null, usd("1"), usd("1")));
    mids.on(tick("EURUSD.FUT", "1.3", "1.3", NOW));
    quote("EURUSD.SIM", "EUR", "USD", "0", "1.1", NOW);

    assertThat(conversion.rate(EUR, Currency.USD, NOW)).isEmpty();
  }

  @Test
  void invertsEvenTheFinestQuotes() {
    quote("XAUUSD.SIM", "XAU", "USD", "2000.000000000001", "2000.000000000003", NOW);

    assertThat(conversion.rate(Currency.USD, new Currency("XAU"), NOW))
        .contains(Price.of("0.000500"));
  }

  private void quote(
      String instrument, String base, String quote, String bid, String ask, Instant time) {
    define(instrument, base, quote, MARGIN);
    mids.on(tick(instrument, bid, ask, time));
  }

  private void define(String instrument, String base, String quote, InstrumentTerms terms) {
    mids.define(
        new InstrumentDefined(
            new InstrumentId(instrument),
            instrument,
            new Currency(base),
            new Currency(quote),
            5,
            Price.of("0.00001"),
            0,
            Quantity.ONE,
            Quantity.ONE,
            Quantity.of("1000000"),
            Quantity.ONE,
            terms,
            SessionCalendar.always()));
  }

  private static QuoteTick tick(String instrument, String bid, String ask, Instant time) {
    return new QuoteTick(
        new InstrumentId(instrument),
        Price.of(bid),
        Price.of(ask),
        Quantity.ZERO,
        Quantity.ZERO,
        time,
        "test");
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
