package io.palmyra.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.TradingHours;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.instrument.TradingSession;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Side;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Berlin, 9:00 to 11:00 on each day; bars of half an hour, of which 8:00 is the first. */
class SessionsTests {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static SessionCalendar calendar(String... holidays) {
    var sessions =
        Arrays.stream(DayOfWeek.values())
            .map(day -> new TradingSession(day, LocalTime.of(9, 0), Duration.ofHours(2)))
            .toList();
    return new SessionCalendar(
        BERLIN, sessions, Set.copyOf(Arrays.stream(holidays).map(LocalDate::parse).toList()));
  }

  /** From 8:00 to 12:00 of each day, at 100 on the first and 60 more on each other. */
  private static Bars bars(String... days) {
    var bars = Bars.builder(1, 0, Duration.ofMinutes(30));
    long price = 1000;
    for (String day : days) {
      Instant begin = LocalDate.parse(day).atTime(8, 0).atZone(BERLIN).toInstant();
      for (int i = 0; i < 8; i++) {
        long at = begin.plus(Duration.ofMinutes(30L * i)).toEpochMilli();
        bars.add(at, price, price + 10, price - 10, price, 10);
      }
      price += 600;
    }
    return bars.build();
  }

  private static Result run(Script script, SessionCalendar calendar, String... days) {
    Setup plain = script.setup(bars(days));
    InstrumentDefined terms = plain.terms();
    var closing =
        new InstrumentDefined(
            terms.instrument(),
            "gold",
            terms.baseCurrency(),
            terms.quoteCurrency(),
            terms.priceScale(),
            terms.tickSize(),
            terms.quantityScale(),
            terms.lotSize(),
            terms.minimumQuantity(),
            terms.maximumQuantity(),
            terms.multiplier(),
            new SpotTerms(),
            calendar);
    return Backtest.run(
        new Setup(
            script,
            Terms.accepted(script, Map.of()),
            closing,
            plain.bars().within(new TradingHours(calendar)),
            LimitsProfile.WIDE,
            AccountRules.PLAIN,
            plain.assumptions()),
        _ -> {});
  }

  @Test
  void barsOutsideAreLeftOutAndCounted() {
    Bars all = bars("2026-01-05", "2026-01-06");
    Bars within = all.within(new TradingHours(calendar()));
    assertThat(within.size()).isEqualTo(8);
    assertThat(within.leftOut()).isEqualTo(8);
    assertThat(within.openTime(0)).isEqualTo("2026-01-05T08:00:00Z");
    assertThat(within.closeTime(3)).isEqualTo("2026-01-05T10:00:00Z");
    assertThat(within.openTime(4)).isEqualTo("2026-01-06T08:00:00Z");
    assertThat(all.within(new TradingHours(SessionCalendar.always()))).isSameAs(all);
  }

  @Test
  void noSessionOpensOnAHoliday() {
    Bars within =
        bars("2026-01-05", "2026-01-06", "2026-01-07")
            .within(new TradingHours(calendar("2026-01-06")));
    assertThat(within.size()).isEqualTo(8);
    assertThat(within.openTime(4)).isEqualTo("2026-01-07T08:00:00Z");
  }

  @Test
  void theSessionFollowsTheClockOfItsZone() {
    Bars within = bars("2026-03-28", "2026-03-29").within(new TradingHours(calendar()));
    assertThat(within.size()).isEqualTo(8);
    assertThat(within.openTime(0)).isEqualTo("2026-03-28T08:00:00Z");
    assertThat(within.openTime(4)).as("an hour was left out").isEqualTo("2026-03-29T07:00:00Z");
  }

  @Test
  void whatIsDecidedAtTheLastCloseIsDeniedAndBeforeItIsFilledInTheSession() {
    Script last = new Script().at(3, Script.market(Side.BUY, "1"));
    Result denied = run(last, calendar(), "2026-01-05", "2026-01-06");
    assertThat(denied.orders()).isEmpty();
    assertThat(denied.denials()).containsExactly(Map.entry("MARKET_CLOSED", 1));
    Script before = new Script().at(2, Script.market(Side.BUY, "1"));
    assertThat(run(before, calendar(), "2026-01-05", "2026-01-06").fills())
        .extracting(OrderFilled::at)
        .containsExactly(Instant.parse("2026-01-05T09:30:00Z"));
  }

  @Test
  void anOrderOfADayEndsWithItsSessionAndOthersWait() {
    Script script = new Script().at(2, stop(TimeInForce.DAY), stop(TimeInForce.GTC));
    Result result = run(script, calendar(), "2026-01-05", "2026-01-06");
    assertThat(result.orders()).hasSize(2);
    assertThat(result.fills()).hasSize(1);
    OrderFilled fill = result.fills().getFirst();
    assertThat(fill.clientOrderId()).isEqualTo(result.orders().get(1).clientOrderId());
    assertThat(fill.at()).as("the next session's open").isEqualTo("2026-01-06T08:00:00Z");
  }

  private static io.palmyra.core.strategy.Proposal stop(TimeInForce life) {
    return Script.order(Side.BUY, OrderType.STOP, "1", null, "150", life);
  }
}
