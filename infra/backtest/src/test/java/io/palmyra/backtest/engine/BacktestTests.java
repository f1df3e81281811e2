package io.palmyra.backtest.engine;

import static io.palmyra.backtest.engine.Script.market;
import static io.palmyra.backtest.engine.Script.order;
import static io.palmyra.contracts.value.Side.BUY;
import static io.palmyra.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.analytics.Trade;
import io.palmyra.core.strategy.Proposal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each worked out by hand: half a spread of 0.2, slippage 0.1, ten units in one. */
class BacktestTests {
  private static final String FLAT = "100,101,99,100,50";

  @TempDir Path dir;

  private static Money dollars(String amount) {
    return Money.of(amount, Currency.USD);
  }

  private static List<Price> prices(Result result) {
    return result.fills().stream().map(OrderFilled::lastPrice).toList();
  }

  @Test
  void whatIsDecidedAtACloseMeetsTheNextOpen() {
    Result result =
        new Script()
            .at(0, market(BUY, "3"))
            .at(2, market(SELL, "3"))
            .over(dir, FLAT, "102,110,101,108,50", "108,109,90,105,50", "107,108,106,107,50");
    // Bought at 102 + 0.2 + 0.1, sold at 107 - 0.2 - 0.1, three times ten units.
    assertThat(prices(result)).containsExactly(Price.of("102.3"), Price.of("106.7"));
    Money fees = dollars("6").plus(dollars("3.069")).plus(dollars("3.201"));
    Trade trade = result.trades().getFirst();
    assertThat(trade.fees()).isEqualTo(fees);
    assertThat(trade.profit()).isEqualTo(dollars("132").minus(fees));
    assertThat(trade.entry()).isEqualTo(Price.of("102.3"));
    // At worst marked at 90, at best at 110.
    assertThat(trade.worst()).isEqualTo(dollars("-369"));
    assertThat(trade.best()).isEqualTo(dollars("231"));
    assertThat(result.profit()).isEqualTo(trade.profit());
    assertThat(result.equity().get(0)).isEqualTo(dollars("100000"));
    // Marked at 108, fees of the entry paid.
    assertThat(result.equity().get(1))
        .isEqualTo(dollars("100000").plus(dollars("171")).minus(dollars("6.069")));
    assertThat(result.openAtTheEnd()).isFalse();
  }

  @Test
  void longsPayFundingAndShortsReceiveIt() {
    String[] bars = {FLAT, FLAT, FLAT, FLAT, FLAT};
    var every = java.time.Duration.ofHours(2);
    // Held over the times 02:00 and 04:00: ten units at 100, one in a hundred each time.
    Money free = new Script().at(0, market(BUY, "1")).over(dir, bars).profit();
    Result paid = new Script().funded("0.01", every).at(0, market(BUY, "1")).over(dir, bars);
    assertThat(paid.profit()).isEqualTo(free.minus(dollars("20")));
    Money freeShort = new Script().at(0, market(SELL, "1")).over(dir, bars).profit();
    Script shorting =
        new Script().funded("0.01", every).at(0, market(SELL, "1")).at(2, market(BUY, "1"));
    Result received = shorting.over(dir, bars);
    assertThat(new Script().funded("0.01", every).at(0, market(SELL, "1")).over(dir, bars).profit())
        .isEqualTo(freeShort.plus(dollars("20")));
    assertThat(received.trades().getFirst().profit()).isEqualTo(received.profit());
    assertThatThrownBy(() -> new Funding(Quantity.of("2"), every))
        .hasMessage("funding rate is 2; allowed: -1 to 1");
  }

  @Test
  void slippageGrowsWithTheRangeAndTheSizeOfTheBarBefore() {
    // The bar before has a range of 2 and a volume of 50.
    assertThat(
            prices(
                new Script().slipping("range:0.25").at(0, market(BUY, "2")).over(dir, FLAT, FLAT)))
        .containsExactly(Price.of("100.7"));
    assertThat(
            prices(new Script().slipping("impact:1").at(0, market(BUY, "2")).over(dir, FLAT, FLAT)))
        .as("2 x sqrt(2 / 50) = 0.4")
        .containsExactly(Price.of("100.6"));
    assertThat(
            prices(new Script().slipping("impact:1").at(0, market(BUY, "3")).over(dir, FLAT, FLAT)))
        .as("2 x sqrt(3 / 50) = 0.49, up to a tick")
        .containsExactly(Price.of("100.7"));
    assertThatThrownBy(() -> Slippage.read("range:-1")).hasMessageContaining("allowed: 0 or more");
  }

  @Test
  void aStopIsFilledWhereItStandsAndAGapAtItsOpen() {
    var stop = order(SELL, OrderType.STOP, "1", null, "95.0");
    Result met = new Script().at(0, market(BUY, "1"), stop).over(dir, FLAT, FLAT, "97,98,94,96,50");
    assertThat(prices(met)).containsExactly(Price.of("100.3"), Price.of("94.9"));
    Result gap = new Script().at(0, market(BUY, "1"), stop).over(dir, FLAT, FLAT, "90,91,88,89,50");
    assertThat(prices(gap)).containsExactly(Price.of("100.3"), Price.of("89.7"));
    Result missed =
        new Script().at(0, market(BUY, "1"), stop).over(dir, FLAT, FLAT, "97,98,95.3,96,50");
    assertThat(prices(missed)).containsExactly(Price.of("100.3"));
    assertThat(missed.openAtTheEnd()).isTrue();
  }

  @Test
  void aLimitIsFilledWhereTheMarketTradesThroughIt() {
    var limit = order(BUY, OrderType.LIMIT, "1", "98.0", null);
    // The ask's low is 97.9: through. At its own price, without slippage.
    assertThat(prices(new Script().at(0, limit).over(dir, FLAT, "99,99,97.7,99,50")))
        .containsExactly(Price.of("98.0"));
    // It is touched, and no more.
    assertThat(prices(new Script().at(0, limit).over(dir, FLAT, "99,99,97.8,99,50"))).isEmpty();
    // Better at the open.
    assertThat(prices(new Script().at(0, limit).over(dir, FLAT, "97,99,96,99,50")))
        .containsExactly(Price.of("97.2"));
  }

  @Test
  void aStopLimitRestsOnceItsStopWasMet() {
    var order = order(BUY, OrderType.STOP_LIMIT, "1", "104.0", "103.0");
    String meets = "100,104,100,103,50";
    // Met within the second bar; what the same bar did before or after is not known.
    assertThat(prices(new Script().at(0, order).over(dir, FLAT, meets))).isEmpty();
    assertThat(prices(new Script().at(0, order).over(dir, FLAT, meets, "105,106,103,105,50")))
        .containsExactly(Price.of("104.0"));
    assertThat(prices(new Script().at(0, order).over(dir, FLAT, meets, "102,106,101,105,50")))
        .containsExactly(Price.of("102.2"));
  }

  @Test
  void aTrailingStopFollowsTheBestPriceOfTheBarsBefore() {
    var trailing =
        new Proposal.ExactOrder(
            Script.GOLD,
            SELL,
            OrderType.TRAILING_STOP,
            Quantity.ONE,
            null,
            null,
            Price.of("3.0"),
            TimeInForce.GTC,
            false);
    Result result =
        new Script()
            .at(0, market(BUY, "1"), trailing)
            .over(dir, FLAT, "100,110,100,110,50", "110,112,108,111,50", "111,111,108,109,50");
    // The best bid was 111.8: the stop stands at 108.8 when the last bar's bid falls to 107.8.
    assertThat(prices(result)).containsExactly(Price.of("100.3"), Price.of("108.7"));
  }

  @Test
  void stopsAreMetBeforeLimitsWithinABar() {
    Result result =
        new Script()
            .at(0, market(BUY, "1"))
            .at(
                1,
                order(SELL, OrderType.LIMIT, "1", "105.0", null),
                order(SELL, OrderType.STOP, "1", null, "95.0"))
            .over(dir, FLAT, FLAT, "100,110,90,100,50");
    assertThat(prices(result))
        .containsExactly(Price.of("100.3"), Price.of("94.9"), Price.of("105.0"));
  }

  @Test
  void aBarGivesAShareOfItsVolumeAndTheRestWaits() {
    Result waits =
        new Script()
            .fillingAtMost("0.1")
            .at(0, market(BUY, "7"))
            .over(dir, FLAT, FLAT, "101,102,100,101,10", FLAT);
    assertThat(waits.fills().stream().map(each -> each.lastQuantity().toString()))
        .containsExactly("5", "1", "1");
    var immediate = order(BUY, OrderType.MARKET, "7", null, null, TimeInForce.IOC);
    Result ends = new Script().fillingAtMost("0.1").at(0, immediate).over(dir, FLAT, FLAT, FLAT);
    assertThat(ends.fills().stream().map(each -> each.lastQuantity().toString()))
        .containsExactly("5");
    // At its open and later in it a bar gives its share once.
    var limit = order(BUY, OrderType.LIMIT, "7", "100.5", null);
    Result once = new Script().fillingAtMost("0.1").at(0, limit).over(dir, FLAT, FLAT, FLAT);
    assertThat(once.fills().stream().map(each -> each.lastQuantity().toString()))
        .containsExactly("5", "2");
    var whole = order(BUY, OrderType.MARKET, "7", null, null, TimeInForce.FOK);
    assertThat(new Script().fillingAtMost("0.1").at(0, whole).over(dir, FLAT, FLAT, FLAT).fills())
        .isEmpty();
  }

  @Test
  void riskDecidesAsItDoesLive() {
    // 200,000 of 100,000 dollars is fine in the wide profile; a price far off is not.
    Result result =
        new Script()
            .at(0, order(BUY, OrderType.LIMIT, "1", "10.0", null), market(BUY, "200"))
            .over(dir, FLAT, FLAT);
    assertThat(result.orders()).hasSize(1);
    assertThat(result.denials()).containsEntry("PRICE_COLLAR", 1);
  }

  @Test
  void aPositionThatIsTurnedRoundMakesTwoTrades() {
    Result result =
        new Script()
            .slipping("0")
            .at(0, market(BUY, "2"))
            .at(1, market(SELL, "5"))
            .at(2, market(BUY, "3"))
            .over(dir, FLAT, FLAT, FLAT, FLAT);
    assertThat(result.trades()).hasSize(2);
    assertThat(result.trades().get(0).side()).isEqualTo(BUY);
    assertThat(result.trades().get(1).side()).isEqualTo(SELL);
    assertThat(result.trades().get(1).quantity().toString()).isEqualTo("3");
    Money sum = result.trades().get(0).profit().plus(result.trades().get(1).profit());
    assertThat(result.profit()).isEqualTo(sum);
  }
}
