package io.palmyra.core.marketdata;

import io.palmyra.contracts.id.InstrumentId;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is known of instruments by their symbols: those of the simulated market, and the same or any
 * currency pair on another venue.
 */
public final class InstrumentCatalogue {
  private static final Currency MYR = new Currency("MYR");
  private static final ZoneId KUALA_LUMPUR = ZoneId.of("Asia/Kuala_Lumpur");
  private static final Quantity LEVERAGE = Quantity.of("30");
  private static final Quantity INITIAL_MARGIN = Quantity.of("0.0334");

  private final VenueId venue;
  private final LocalDate today;
  private final boolean roundTheClock;

  /**
   * @param venue the market whose instruments these are
   * @param today from which the future's expiry is reckoned
   * @param roundTheClock true opens every session for good, for practice at any hour
   */
  public InstrumentCatalogue(VenueId venue, LocalDate today, boolean roundTheClock) {
    this.venue = venue;
    this.today = today;
    this.roundTheClock = roundTheClock;
  }

  /** The seven instruments of the simulated market. */
  public List<InstrumentDefined> simulated() {
    return List.of(
        pair("EURUSD"),
        pair("GBPUSD"),
        pair("USDJPY"),
        pair("USDMYR"),
        palmOil(),
        coin("BTC", "Bitcoin", "0.0001", "100"),
        coin("ETH", "Ether", "0.001", "1000"));
  }

  /** An instrument by its symbol: one of the simulated ones, or a pair of two known currencies. */
  public Optional<InstrumentDefined> named(String symbol) {
    Optional<InstrumentDefined> known =
        simulated().stream().filter(each -> each.instrument().symbol().equals(symbol)).findFirst();
    return known.isEmpty() && isPair(symbol) ? Optional.of(pair(symbol)) : known;
  }

  private InstrumentDefined pair(String symbol) {
    String quote = symbol.substring(3);
    int scale =
        switch (quote) {
          case "JPY" -> 3;
          case "MYR" -> 4;
          default -> 5;
        };
    return define(
        symbol,
        symbol.substring(0, 3) + "/" + quote + ", foreign exchange on margin",
        new Currency(symbol.substring(0, 3)),
        new Currency(quote),
        new Price(1, scale),
        Quantity.of("1000"),
        Quantity.of("50000000"),
        Quantity.ONE,
        new MarginTerms(LEVERAGE, INITIAL_MARGIN),
        Calendars.foreignExchange());
  }

  private InstrumentDefined palmOil() {
    return define(
        "FCPO",
        "Crude palm oil future, 25 tonnes, third month",
        MYR,
        MYR,
        Price.of("1"),
        Quantity.ONE,
        Quantity.of("500"),
        Quantity.of("25"),
        new FutureTerms(
            today
                .withDayOfMonth(15)
                .plusMonths(3)
                .atTime(LocalTime.NOON)
                .atZone(KUALA_LUMPUR)
                .toInstant(),
            null,
            Money.of("9000", MYR),
            Money.of("8000", MYR)),
        Calendars.bursaMalaysiaDerivatives());
  }

  private InstrumentDefined coin(String code, String name, String lot, String maximum) {
    return define(
        code + "USD",
        name + " in US dollars, spot",
        new Currency(code),
        Currency.USD,
        Price.of("0.01"),
        Quantity.of(lot),
        Quantity.of(maximum),
        Quantity.ONE,
        new SpotTerms(),
        SessionCalendar.always());
  }

  private InstrumentDefined define(
      String symbol,
      String description,
      Currency base,
      Currency quote,
      Price tick,
      Quantity lot,
      Quantity maximum,
      Quantity multiplier,
      InstrumentTerms terms,
      SessionCalendar calendar) {
    return new InstrumentDefined(
        InstrumentId.of(symbol, venue),
        description,
        base,
        quote,
        tick.scale(),
        tick,
        lot.scale(),
        lot,
        lot,
        maximum,
        multiplier,
        terms,
        roundTheClock ? SessionCalendar.always() : calendar);
  }

  private static boolean isPair(String symbol) {
    return symbol.length() == 6
        && isCurrency(symbol.substring(0, 3))
        && isCurrency(symbol.substring(3));
  }

  private static boolean isCurrency(String code) {
    return java.util.Currency.getAvailableCurrencies().stream()
        .anyMatch(each -> each.getCurrencyCode().equals(code));
  }
}
