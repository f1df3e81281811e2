package io.palmyra.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.order.Iceberg;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.order.Twap;
import io.palmyra.contracts.order.Vwap;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketReaderTests {
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final InstrumentDefined TERMS =
      new InstrumentDefined(
          EURUSD,
          "euro",
          new Currency("EUR"),
          Currency.USD,
          5,
          Price.of("0.00001"),
          0,
          Quantity.of("1000"),
          Quantity.of("2000"),
          Quantity.of("10000000"),
          Quantity.ONE,
          new SpotTerms(),
          SessionCalendar.always());

  @Test
  void readsWhatEachAlgorithmAsksFor() {
    assertThat(TicketReader.read(market(null), TERMS))
        .isEqualTo(new TicketReader.Wishes(null, null));
    assertThat(read(AlgorithmTicket.Kind.TWAP, HALF_AN_HOUR, 6, null))
        .isEqualTo(new Twap(HALF_AN_HOUR, 6));
    assertThat(read(AlgorithmTicket.Kind.VWAP, HALF_AN_HOUR, 1000, null))
        .isEqualTo(new Vwap(HALF_AN_HOUR, 1000));
    assertThat(read(AlgorithmTicket.Kind.ICEBERG, null, null, "2000"))
        .isEqualTo(new Iceberg(Quantity.of("2000")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, PT1M, 2, -, algorithm.kind",
        "TWAP, -, 2, -, algorithm.over",
        "TWAP, PT0S, 2, -, algorithm.over",
        "VWAP, PT1M, -, -, algorithm.slices",
        "VWAP, PT1M, 0, -, algorithm.slices",
        "TWAP, PT1M, 1001, -, algorithm.slices",
        "TWAP, PT1M, 2, 2000, algorithm.displayQuantity",
        "ICEBERG, -, -, -, algorithm.displayQuantity",
        "ICEBERG, -, -, 1000, algorithm.displayQuantity",
        "ICEBERG, -, -, 2500, algorithm.displayQuantity",
        "ICEBERG, PT1M, -, 2000, algorithm.over",
        "ICEBERG, -, 2, 2000, algorithm.slices"
      })
  void tellsTheFieldThatIsWrong(
      AlgorithmTicket.@Nullable Kind kind,
      @Nullable Duration over,
      @Nullable Integer slices,
      @Nullable String display,
      String field) {
    assertThatThrownBy(() -> read(kind, over, slices, display)).hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "TRAILING_STOP, -, -, -, trailingOffset",
        "TRAILING_STOP, -, -, 0, trailingOffset",
        "TRAILING_STOP, -, -, -0.00100, trailingOffset",
        "TRAILING_STOP, -, -, 0.000001, trailingOffset",
        "TRAILING_STOP, -, 1.1, 0.001, stopPrice",
        "STOP, -, 1.1, 0.001, trailingOffset",
        "STOP_LIMIT, -, 1.1, -, limitPrice",
        "STOP_LIMIT, 1.1, -, -, stopPrice",
        "MARKET, 1.1, -, -, limitPrice"
      })
  void tellsThePriceThatIsWrong(
      OrderType type,
      @Nullable String limit,
      @Nullable String stop,
      @Nullable String offset,
      String field) {
    var ticket = ticket(type, limit, stop, offset, null);
    assertThatThrownBy(() -> TicketReader.read(ticket, TERMS)).hasMessageContaining(field);
  }

  @Test
  void readsABracket() {
    assertThat(bracketed(null, "1.2", "1.0", null))
        .isEqualTo(new Bracket(Price.of("1.2"), Price.of("1.0"), null));
    assertThat(bracketed(false, null, null, "0.00100"))
        .isEqualTo(new Bracket(null, null, Price.of("0.00100")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, -, bracket",
        "-, 1.200001, -, -, bracket.takeProfit",
        "-, -, 1.000001, -, bracket.stopLoss",
        "-, -, -, 0, bracket.trailingOffset",
        "-, -, 1.0, 0.001, bracket.trailingOffset",
        "true, 1.2, 1.0, -, bracket"
      })
  void tellsWhatOfABracketIsWrong(
      @Nullable Boolean reduceOnly,
      @Nullable String profit,
      @Nullable String stop,
      @Nullable String trailing,
      String field) {
    assertThatThrownBy(() -> bracketed(reduceOnly, profit, stop, trailing))
        .hasMessageContaining(field);
  }

  private static @Nullable Bracket bracketed(
      @Nullable Boolean reduceOnly,
      @Nullable String profit,
      @Nullable String stop,
      @Nullable String trailing) {
    OrderTicket plain = market(null);
    var ticket =
        new OrderTicket(
            plain.account(),
            plain.instrument(),
            plain.side(),
            plain.type(),
            plain.quantity(),
            null,
            null,
            null,
            plain.timeInForce(),
            reduceOnly,
            new BracketTicket(price(profit), price(stop), price(trailing)),
            null);
    return TicketReader.read(ticket, TERMS).bracket();
  }

  @Test
  void takesATrailingStop() {
    var ticket = ticket(OrderType.TRAILING_STOP, null, null, "0.00100", null);
    assertThat(TicketReader.read(ticket, TERMS).algorithm()).isNull();
  }

  private static @Nullable Object read(
      AlgorithmTicket.@Nullable Kind kind,
      @Nullable Duration over,
      @Nullable Integer slices,
      @Nullable String display) {
    return TicketReader.read(
            market(
                new AlgorithmTicket(
                    kind, over, slices, display == null ? null : Quantity.of(display))),
            TERMS)
        .algorithm();
  }

  private static OrderTicket market(@Nullable AlgorithmTicket algorithm) {
    return ticket(OrderType.MARKET, null, null, null, algorithm);
  }

  private static OrderTicket ticket(
      OrderType type,
      @Nullable String limit,
      @Nullable String stop,
      @Nullable String offset,
      @Nullable AlgorithmTicket algorithm) {
    return new OrderTicket(
        new AccountId("paper"),
        EURUSD,
        Side.BUY,
        type,
        Quantity.of("10000"),
        price(limit),
        price(stop),
        price(offset),
        TimeInForce.GTC,
        null,
        null,
        algorithm);
  }

  private static @Nullable Price price(@Nullable String text) {
    return text == null ? null : Price.of(text);
  }
}
