package io.palmyra.core.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
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
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrailingStopTests {
  private static final AccountId PAPER = new AccountId("paper");
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final ClientOrderId ID = new ClientOrderId("%032x".formatted(1));
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final int SPREAD = 10;
  private static final int MOVES = 200;
  private final List<VenueRecord> journal = new ArrayList<>();
  private Matching venue = newVenue();

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

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @BeforeEach
  void open() {
    journal.addAll(venue.logOn(PAPER, 1, NOW).orElseThrow());
    tick(110_000);
  }

  @Test
  void followsTheBestPriceUpAndIsMetOnTheWayBack() {
    submit(Side.SELL, "0.00100");
    tick(110_000);
    assertThat(stop()).isEqualTo(Price.of("1.09900"));
    tick(110_300);
    assertThat(stop()).isEqualTo(Price.of("1.10200"));
    tick(110_201);
    assertThat(order().status()).isEqualTo(VenueOrderStatus.WORKING);
    tick(110_200);
    assertThat(order().status()).isEqualTo(VenueOrderStatus.FILLED);
    assertThat(fill().lastPrice()).isEqualTo(Price.of("1.10200"));
  }

  @Test
  void slipsThroughAGap() {
    submit(Side.SELL, "0.00100");
    tick(110_000);
    tick(105_000);
    assertThat(fill().lastPrice()).isEqualTo(Price.of("1.05000"));
  }

  @Test
  void doesNotTrailOnceItIsMet() {
    submit(Side.SELL, "0.00100");
    tick(110_000);
    tick(109_900);
    long records = journal.size();
    tick(120_000);
    assertThat(journal).hasSize((int) records);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isMetWhenTheModelSaysAndAfterARestartAsWell(int seed) {
    var random = new Random(seed);
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    int offset = 1 + random.nextInt(120);
    int[] bids = walk(random);
    OptionalInt met = metAt(side, offset, bids);
    int restart = random.nextInt(MOVES);
    submit(side, new Price(offset, 5).toString());
    for (int i = 0; i < MOVES; i++) {
      if (i == restart) {
        restart();
      }
      tick(bids[i]);
      boolean filled = order().status() == VenueOrderStatus.FILLED;
      assertThat(filled)
          .as("tick %d of %d", i, bids[i])
          .isEqualTo(met.isPresent() && i >= met.getAsInt());
    }
    met.ifPresent(
        at ->
            assertThat(fill().lastPrice())
                .isEqualTo(new Price(side == Side.BUY ? bids[at] + SPREAD : bids[at], 5)));
  }

  /** The first tick that is the offset or more away from the best one before it. */
  private static OptionalInt metAt(Side side, int offset, int[] bids) {
    int best = bids[0];
    for (int i = 1; i < bids.length; i++) {
      int back = side == Side.SELL ? best - bids[i] : bids[i] - best;
      if (back >= offset) {
        return OptionalInt.of(i);
      }
      best = side == Side.SELL ? Math.max(best, bids[i]) : Math.min(best, bids[i]);
    }
    return OptionalInt.empty();
  }

  private static int[] walk(Random random) {
    int[] bids = new int[MOVES];
    int now = 110_000;
    for (int i = 0; i < MOVES; i++) {
      now += random.nextInt(41) - 20;
      bids[i] = now;
    }
    return bids;
  }

  private void restart() {
    venue = newVenue();
    journal.forEach(venue::restore);
  }

  private void submit(Side side, String offset) {
    Outcome outcome =
        venue.submit(
            PAPER,
            1,
            new VenueOrderRequest(
                ID,
                EURUSD,
                side,
                OrderType.TRAILING_STOP,
                Quantity.of("1000"),
                null,
                null,
                Price.of(offset),
                TimeInForce.GTC,
                false),
            NOW);
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    journal.addAll(((Outcome.Done) outcome).records());
    assertThat(order().status()).as(order().reason()).isEqualTo(VenueOrderStatus.WORKING);
  }

  private void tick(int bid) {
    var tick =
        new QuoteTick(
            EURUSD,
            new Price(bid, 5),
            new Price(bid + SPREAD, 5),
            Quantity.ZERO,
            Quantity.ZERO,
            NOW,
            "test");
    journal.addAll(venue.onTick(tick, NOW));
  }

  private VenueOrder order() {
    return venue.books(PAPER).orElseThrow().order(ID).orElseThrow();
  }

  private Price stop() {
    Price stop = order().stop();
    assertThat(stop).isNotNull();
    return stop;
  }

  private VenueEvent.Executed fill() {
    return (VenueEvent.Executed) venue.books(PAPER).orElseThrow().fillsAfter(0).getLast().event();
  }
}
