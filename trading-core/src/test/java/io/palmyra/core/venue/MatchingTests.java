package io.palmyra.core.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchingTests {
  private static final AccountId PAPER = new AccountId("paper");
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final InstrumentId BITCOIN = new InstrumentId("BTCUSD.SIM");
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private final List<VenueRecord> journal = new ArrayList<>();
  private final Matching venue = newVenue();
  private Instant now = START;
  private int number;

  private static Matching newVenue() {
    var matching =
        new Matching(
            new VenueRules(
                Money.of("100000", Currency.USD), Quantity.of("0.0001"), Duration.ofHours(1)));
    new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 1, 5), true)
        .simulated()
        .forEach(matching::define);
    return matching;
  }

  @BeforeEach
  void open() {
    journal.addAll(venue.logOn(PAPER, 1, now).orElseThrow());
    tick(EURUSD, "1.10000", "1.10010");
    tick(BITCOIN, "50000.00", "50010.00");
  }

  @Test
  void marketOrderFillsOnTheNextTickAndNoEarlier() {
    ClientOrderId id = submit(Side.BUY, OrderType.MARKET, "1000", null, null, TimeInForce.GTC);
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.WORKING);
    tick(EURUSD, "1.20000", "1.20010");
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.FILLED);
    assertThat(lastFill().lastPrice()).isEqualTo(Price.of("1.20010"));
    tick(EURUSD, "1.20000", "1.20010");
    assertThat(books().fillsAfter(0)).hasSize(1);
  }

  @Test
  void sellsAtTheBid() {
    submit(Side.SELL, OrderType.MARKET, "1000", null, null, TimeInForce.GTC);
    tick(EURUSD, "1.20000", "1.20010");
    assertThat(lastFill().lastPrice()).isEqualTo(Price.of("1.20000"));
    assertThat(books().position(EURUSD)).isEqualTo(Quantity.of("-1000"));
  }

  @Test
  void limitFillsAtItsPriceOrBetterOnly() {
    ClientOrderId id = submit(Side.BUY, OrderType.LIMIT, "1000", "1.10000", null, TimeInForce.GTC);
    tick(EURUSD, "1.09991", "1.10001");
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.WORKING);
    tick(EURUSD, "1.09900", "1.09910");
    assertThat(lastFill().lastPrice()).isEqualTo(Price.of("1.09910"));
  }

  @Test
  void takesWhatItMeetsAtOnceAndMakesWhatItWaitedFor() {
    submit(Side.BUY, OrderType.MARKET, "1000", null, null, TimeInForce.GTC);
    tick(BITCOIN, "50000.00", "50010.00");
    tick(EURUSD, "1.10000", "1.10010");
    assertThat(lastFill().liquidity()).isEqualTo(Liquidity.TAKER);
    submit(Side.BUY, OrderType.LIMIT, "1000", "1.10000", null, TimeInForce.GTC);
    tick(EURUSD, "1.09990", "1.10000");
    assertThat(lastFill().liquidity()).isEqualTo(Liquidity.TAKER);
    submit(Side.BUY, OrderType.LIMIT, "1000", "1.09900", null, TimeInForce.GTC);
    tick(EURUSD, "1.09990", "1.10000");
    tick(EURUSD, "1.09890", "1.09900");
    assertThat(lastFill().liquidity()).isEqualTo(Liquidity.MAKER);
    submit(Side.SELL, OrderType.STOP, "1000", null, "1.09000", TimeInForce.GTC);
    tick(EURUSD, "1.09890", "1.09900");
    tick(EURUSD, "1.08990", "1.09000");
    assertThat(lastFill().liquidity()).isEqualTo(Liquidity.TAKER);
  }

  @Test
  void stopSlipsThroughAGap() {
    ClientOrderId id = submit(Side.SELL, OrderType.STOP, "1000", null, "1.09000", TimeInForce.GTC);
    tick(EURUSD, "1.09001", "1.09011");
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.WORKING);
    tick(EURUSD, "1.05000", "1.05010");
    assertThat(lastFill().lastPrice()).isEqualTo(Price.of("1.05000"));
  }

  @Test
  void stopLimitDoesNotFillBeyondItsLimit() {
    ClientOrderId id =
        submit(Side.BUY, OrderType.STOP_LIMIT, "1000", "1.11000", "1.10500", TimeInForce.GTC);
    tick(EURUSD, "1.12000", "1.12010");
    assertThat(order(id).triggered()).isTrue();
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.WORKING);
    tick(EURUSD, "1.10900", "1.10910");
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.FILLED);
  }

  @Test
  void sizeOfTheQuoteBoundsFillsAndTimeInForceDecidesTheRest() {
    ClientOrderId gtc = submit(Side.BUY, OrderType.MARKET, "5000", null, null, TimeInForce.GTC);
    ClientOrderId fok = submit(Side.BUY, OrderType.MARKET, "5000", null, null, TimeInForce.FOK);
    ClientOrderId ioc = submit(Side.BUY, OrderType.MARKET, "5000", null, null, TimeInForce.IOC);
    tick(EURUSD, "1.10000", "1.10010", "7000");
    assertThat(order(gtc).status()).isEqualTo(VenueOrderStatus.FILLED);
    assertThat(order(fok).status()).isEqualTo(VenueOrderStatus.CANCELED);
    assertThat(order(fok).cumulativeQuantity().signum()).isZero();
    assertThat(order(ioc).status()).isEqualTo(VenueOrderStatus.CANCELED);
    assertThat(order(ioc).cumulativeQuantity()).isEqualByComparingTo(Quantity.of("2000"));
  }

  @Test
  void dayOrderExpiresWhenTheDayIsOver() {
    ClientOrderId id = submit(Side.BUY, OrderType.LIMIT, "1000", "1.00000", null, TimeInForce.DAY);
    now = START.plus(Duration.ofDays(1));
    tick(EURUSD, "0.90000", "0.90010");
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.EXPIRED);
  }

  @Test
  void sameNameGivesTheSameOrder() {
    ClientOrderId id = submit(Side.BUY, OrderType.MARKET, "1000", null, null, TimeInForce.GTC);
    Outcome again = venue.submit(PAPER, 1, order(id).request(), now);
    assertThat(again).isEqualTo(new Outcome.Done(order(id), List.of()));
    assertThat(books().orders()).hasSize(1);
  }

  @Test
  void olderEpochIsRefusedForGood() {
    journal.addAll(venue.logOn(PAPER, 2, now).orElseThrow());
    ClientOrderId id = submit(Side.BUY, OrderType.MARKET, "1000", null, null, TimeInForce.GTC);
    assertThat(books().order(id)).isEmpty();
    assertThat(venue.logOn(PAPER, 1, now)).isEmpty();
    assertThat(venue.cancel(PAPER, 1, id, "x", now)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void marginOrderBeyondEquityIsRefused() {
    ClientOrderId id = submit(Side.BUY, OrderType.MARKET, "3000000", null, null, TimeInForce.GTC);
    assertThat(order(id).status()).isEqualTo(VenueOrderStatus.REJECTED);
    assertThat(order(id).reason()).startsWith("MARGIN");
  }

  @Test
  void bookedCashIsExact() {
    submit(Side.BUY, OrderType.MARKET, "10000", null, null, TimeInForce.GTC);
    tick(EURUSD, "1.10000", "1.10010");
    submit(Side.SELL, OrderType.MARKET, "4000", null, null, TimeInForce.GTC);
    tick(EURUSD, "1.10500", "1.10510");
    // Profit 4000 x (1.10500 - 1.10010), fees 0.0001 of 11001.00 and of 4420.00.
    assertThat(books().cash(Currency.USD)).isEqualTo(Money.of("100018.05790000", Currency.USD));
  }

  @Test
  void aFillThatIsTakenBackLeavesTheBooksAsIfItHadNeverBeen() {
    submit(Side.BUY, OrderType.MARKET, "10000", null, null, TimeInForce.GTC);
    tick(EURUSD, "1.09000", "1.09010");
    ClientOrderId busted = submit(Side.BUY, OrderType.MARKET, "2000", null, null, TimeInForce.GTC);
    tick(EURUSD, "1.10000", "1.10010");
    submit(Side.SELL, OrderType.MARKET, "11000", null, null, TimeInForce.GTC);
    tick(EURUSD, "1.10500", "1.10510");
    var fill = (VenueEvent.Executed) books().fillsAfter(0).get(1).event();

    bust(fill.executionId());

    // Of 11000 sold 10000 close what was bought at 1.09010, and 1000 are short: profit 10000 x
    // (1.10500 - 1.09010), fees 0.0001 of 10901.00 and of 12155.00.
    assertThat(books().cash(Currency.USD)).isEqualTo(Money.of("100146.69440000", Currency.USD));
    assertThat(books().position(EURUSD)).isEqualByComparingTo(Quantity.of("-1000"));
    assertThat(order(busted).status()).isEqualTo(VenueOrderStatus.FILLED);
    assertThat(venue.bust(PAPER, fill.executionId(), "again", now))
        .isInstanceOf(Outcome.Refused.class);
    Matching again = newVenue();
    journal.forEach(again::restore);
    assertThat(again.books(PAPER).orElseThrow().cash()).isEqualTo(books().cash());
  }

  private void bust(ExecutionId execution) {
    if (venue.bust(PAPER, execution, "off the market", now) instanceof Outcome.Done done) {
      journal.addAll(done.records());
    }
  }

  @Test
  void recordsAloneGiveTheSameBooks() {
    var random = new Random(7);
    for (int i = 0; i < 400; i++) {
      int price = 110000 + random.nextInt(2000) - 1000;
      switch (random.nextInt(4)) {
        case 0 ->
            submit(
                random.nextBoolean() ? Side.BUY : Side.SELL,
                OrderType.MARKET,
                Integer.toString(1000 * (1 + random.nextInt(5))),
                null,
                null,
                TimeInForce.GTC);
        case 1 ->
            submit(
                random.nextBoolean() ? Side.BUY : Side.SELL,
                OrderType.LIMIT,
                "1000",
                new Price(price, 5).toString(),
                null,
                TimeInForce.GTC);
        default ->
            tick(EURUSD, new Price(price, 5).toString(), new Price(price + 10, 5).toString());
      }
    }
    Matching again = newVenue();
    journal.forEach(again::restore);
    VenueBooks restored = again.books(PAPER).orElseThrow();
    assertThat(restored.orders()).isEqualTo(books().orders());
    assertThat(restored.cash()).isEqualTo(books().cash());
    assertThat(restored.position(EURUSD)).isEqualTo(books().position(EURUSD));
    Quantity sum =
        books().fillsAfter(0).stream()
            .map(each -> (VenueEvent.Executed) each.event())
            .map(
                each ->
                    each.side() == Side.BUY ? each.lastQuantity() : each.lastQuantity().negate())
            .reduce(Quantity.ZERO, Quantity::plus);
    assertThat(books().position(EURUSD)).isEqualByComparingTo(sum);
    assertThat(books().fillsAfter(0)).hasSizeGreaterThan(50);
  }

  private ClientOrderId submit(
      Side side,
      OrderType type,
      String quantity,
      @Nullable String limit,
      @Nullable String stop,
      TimeInForce force) {
    var id = new ClientOrderId("%032x".formatted(++number));
    Outcome outcome =
        venue.submit(
            PAPER,
            1,
            new VenueOrderRequest(
                id,
                EURUSD,
                side,
                type,
                Quantity.of(quantity),
                limit == null ? null : Price.of(limit),
                stop == null ? null : Price.of(stop),
                null,
                force,
                false),
            now);
    if (outcome instanceof Outcome.Done done) {
      journal.addAll(done.records());
    }
    return id;
  }

  private void tick(InstrumentId instrument, String bid, String ask) {
    tick(instrument, bid, ask, "0");
  }

  private void tick(InstrumentId instrument, String bid, String ask, String size) {
    var tick =
        new QuoteTick(
            instrument,
            Price.of(bid),
            Price.of(ask),
            Quantity.of(size),
            Quantity.of(size),
            now,
            "test");
    journal.addAll(venue.onTick(tick, now));
  }

  private VenueBooks books() {
    return venue.books(PAPER).orElseThrow();
  }

  private VenueOrder order(ClientOrderId id) {
    return books().order(id).orElseThrow();
  }

  private VenueEvent.Executed lastFill() {
    return (VenueEvent.Executed) books().fillsAfter(0).getLast().event();
  }
}
