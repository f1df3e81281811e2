package io.palmyra.backtest.engine;

import static io.palmyra.backtest.engine.Script.market;
import static io.palmyra.contracts.value.Side.BUY;
import static io.palmyra.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.history.TickImport;
import io.palmyra.backtest.history.Ticks;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.testing.SharedData;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TickBacktestTests {
  private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");
  private static final InstrumentDefined GOLD =
      Terms.of(Script.GOLD.value(), "USD", "0.1", "1", "10");

  private final Ticks.Builder quotes = Ticks.builder(1, 0);

  /** A quote so many seconds after the begin, in tenths. */
  private TickBacktestTests quote(double seconds, int bid, int ask, int size) {
    quotes.add(BEGIN.plusMillis(Math.round(seconds * 1000)), bid, ask, size, size);
    return this;
  }

  private Result played(Script script, Duration latency, AccountRules rules) {
    Ticks ticks = quotes.build();
    return TickBacktest.run(
        new Setup(
            script,
            Terms.accepted(script, Map.of()),
            GOLD,
            TickBacktest.bars(ticks, GOLD, Duration.ofMinutes(1)),
            LimitsProfile.WIDE,
            rules,
            assumptions(latency)),
        ticks,
        _ -> {});
  }

  /** A unit of currency a unit, a thousandth of the value. */
  private static Assumptions assumptions(Duration latency) {
    return Assumptions.ofQuotes(
        Money.of("100000", Currency.USD),
        new Commission(Money.of("1", Currency.USD), Quantity.of("0.001")),
        latency);
  }

  private static List<Price> prices(Result result) {
    return result.fills().stream().map(OrderFilled::lastPrice).toList();
  }

  @Test
  void anOrderMeetsTheFirstQuoteAfterItsArrival() {
    quote(10, 1000, 1002, 0).quote(61, 1005, 1007, 0).quote(62, 1010, 1012, 0);
    // Decided at the end of the minute, at 60 s.
    Script script = new Script().at(0, market(BUY, "2"));
    assertThat(prices(played(script, Duration.ZERO, AccountRules.PLAIN)))
        .containsExactly(Price.of("100.7"));
    assertThat(prices(played(script, Duration.ofMillis(1500), AccountRules.PLAIN)))
        .containsExactly(Price.of("101.2"));
    assertThat(prices(played(script, Duration.ofMinutes(1), AccountRules.PLAIN))).isEmpty();
  }

  @Test
  void fillsAreAtBidAndAskAndNoMoreThanTheirSizes() {
    quote(10, 1000, 1002, 0)
        .quote(61, 1005, 1007, 3)
        .quote(62, 1010, 1012, 9)
        .quote(121, 1020, 1022, 9)
        .quote(122, 1030, 1032, 9);
    Result result =
        played(
            new Script().at(0, market(BUY, "5")).at(1, market(SELL, "5")),
            Duration.ZERO,
            AccountRules.PLAIN);
    assertThat(prices(result))
        .containsExactly(Price.of("100.7"), Price.of("101.2"), Price.of("102.0"));
    assertThat(result.fills().stream().map(OrderFilled::lastQuantity))
        .containsExactly(Quantity.of("3"), Quantity.of("2"), Quantity.of("5"));
    // 5 x 10 x 102.0 less 30 x 100.7 and 20 x 101.2; a unit each, a thousandth of the values.
    Money fees = Money.of("10", Currency.USD).plus(Money.of("10.145", Currency.USD));
    assertThat(result.profit()).isEqualTo(Money.of("55", Currency.USD).minus(fees));
    assertThat(result.trades()).hasSize(1);
  }

  @Test
  void aLimitWaitsUntilTheOtherSideComes() {
    quote(10, 1000, 1002, 0).quote(61, 1000, 1002, 0).quote(62, 997, 999, 0).quote(63, 996, 998, 0);
    Result result =
        played(
            new Script().at(0, Script.order(BUY, OrderType.LIMIT, "1", "99.8", null)),
            Duration.ZERO,
            AccountRules.PLAIN);
    assertThat(prices(result)).containsExactly(Price.of("99.8"));
    assertThat(result.fills().getFirst().at()).isEqualTo(BEGIN.plusSeconds(63));
  }

  @Test
  void protectionClosesAtTheQuoteAfterTheOneThatMeetsIt() {
    quote(10, 1000, 1002, 0).quote(61, 1000, 1002, 0).quote(62, 979, 981, 0).quote(63, 970, 972, 0);
    var rules =
        new AccountRules(
            new Sizing.FixedFraction(),
            null,
            new ProtectionPolicy(new Protection(Quantity.of("0.02"), null, null), Map.of(), null));
    Result result = played(new Script().at(0, market(BUY, "1")), Duration.ZERO, rules);
    assertThat(prices(result)).containsExactly(Price.of("100.2"), Price.of("97.0"));
    assertThat(result.protectiveExits()).isEqualTo(Map.of(ExitReason.STOP_LOSS, 1));
    assertThat(result.openAtTheEnd()).isFalse();
  }

  @Test
  void theLastBarEndsWithTheQuotes() {
    quote(10, 1000, 1002, 0).quote(61, 1000, 1002, 0).quote(62, 1100, 1102, 0);
    Result result = played(new Script().at(0, market(BUY, "1")), Duration.ZERO, AccountRules.PLAIN);
    assertThat(result.equity()).hasSize(2);
    // Ten units from 100.2 to a mid of 110.1, less a unit and a thousandth of 1,002.
    assertThat(result.profit()).isEqualTo(Money.of("96.998", Currency.USD));
  }

  @Test
  void realQuotesAreTradedTheSameEachTime() {
    Ticks ticks =
        TickImport.read(SharedData.require("lean/forex/oanda/tick/eurusd"), ZoneOffset.UTC).ticks();
    StrategyType type = StrategyCatalogue.builtIn().find("sma-cross").orElseThrow();
    InstrumentDefined terms = Terms.of("EURUSD.OANDA", "USD", "0.00001", "1", "1");
    var setup =
        new Setup(
            type,
            Terms.accepted(type, Map.of("interval", "PT5M")),
            terms,
            TickBacktest.bars(ticks, terms, Duration.ofMinutes(5)),
            LimitsProfile.CAREFUL,
            new AccountRules(
                new Sizing.VolatilityTarget(Duration.ofMinutes(5), 14, Quantity.of("50")),
                null,
                ProtectionPolicy.NONE),
            Assumptions.ofQuotes(
                Money.of("1000000", Currency.USD),
                new Commission(Money.zero(Currency.USD), Quantity.of("0.00002")),
                Duration.ofMillis(50)));
    Result result = TickBacktest.run(setup, ticks, _ -> {});
    System.err.println(
        "DBG "
            + result.fills().stream()
                .limit(5)
                .map(
                    f ->
                        f.at()
                            + " "
                            + f.side()
                            + " "
                            + f.lastQuantity()
                            + " "
                            + f.lastPrice()
                            + " "
                            + f.fee())
                .toList()
            + result.finalEquity()
            + " orders "
            + result.orders().size());
    assertThat(result.trades()).hasSizeGreaterThan(20);
    assertThat(result.fills())
        .allMatch(fill -> fill.at().isAfter(ticks.time(0)))
        .allMatch(fill -> fill.fee().signum() > 0);
    assertThat(TickBacktest.run(setup, ticks, _ -> {}).hash()).isEqualTo(result.hash());
  }

  @Test
  void aStrategyThatKnowsLaterQuotesIsCaught() {
    for (int i = 0; i < 1200; i++) {
      int mid = 1000 + i % 37 + i / 20;
      quote(i * 6, mid, mid + 2, 0);
    }
    Ticks ticks = quotes.build();
    assertThat(LookaheadCheck.ofQuotes(some -> looking(some, 0), ticks, _ -> {}).inWords())
        .startsWith("no look-ahead: 20 shorter runs");
    assertThat(LookaheadCheck.ofQuotes(some -> looking(some, 1), ticks, _ -> {}).clean()).isFalse();
  }

  /** Buys where a bar, or one so many after it, closed above its open, and sells elsewhere. */
  private static Setup looking(Ticks ticks, int ahead) {
    var bars = TickBacktest.bars(ticks, GOLD, Duration.ofMinutes(1));
    var script = new Script();
    for (int i = 0; i < bars.size(); i++) {
      int seen = Math.min(i + ahead, bars.size() - 1);
      script.at(i, market(bars.close(seen) > bars.open(seen) ? Side.BUY : Side.SELL, "1"));
    }
    return new Setup(
        script,
        Terms.accepted(script, Map.of()),
        GOLD,
        bars,
        LimitsProfile.WIDE,
        AccountRules.PLAIN,
        assumptions(Duration.ZERO));
  }
}
