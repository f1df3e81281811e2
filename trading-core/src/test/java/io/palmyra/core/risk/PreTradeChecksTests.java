package io.palmyra.core.risk;

import static io.palmyra.contracts.value.Side.BUY;
import static io.palmyra.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.control.TradingControl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreTradeChecksTests {
  private final RiskWorld world = new RiskWorld();

  @Test
  void acceptsAnExactOrderAsItIs() {
    var signal = world.limit(BUY, "2000", "1.09990");
    var decision = world.decided(signal);

    assertThat(decision.command()).isInstanceOf(SubmitOrder.class);
    var order = (SubmitOrder) decision.command();
    assertThat(order.quantity()).isEqualTo(Quantity.of("2000"));
    assertThat(order.clientOrderId()).isEqualTo(ClientOrderId.of(signal.signalId(), 0, 0, 0));
    assertThat(((SignalAccepted) decision.decision()).checks()).hasSize(29);
    assertThat(((SignalAccepted) decision.decision()).used().limits()).hasSize(19);
  }

  @Test
  void deniesWhatWouldTradeWithAnOwnRestingOrder() {
    world.decided(world.limit(SELL, "2000", "1.10030"));

    assertThat(world.outcome(world.limit(BUY, "1000", "1.10030"))).isEqualTo("SELF_TRADE");
    assertThat(world.outcome(world.limit(BUY, "1000", "1.10029"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.limit(SELL, "1000", "1.10031"))).isEqualTo("ACCEPTED");

    world.quote("EURUSD.SIM", "1.10010", "1.10030");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("SELF_TRADE");
    assertThat(world.outcome(world.order(BUY, OrderType.STOP, "1000", null, "1.10040", false)))
        .isEqualTo("SELF_TRADE");
  }

  @Test
  void anOwnOrderThatHasEndedIsNoCounterparty() {
    world.decided(world.limit(SELL, "2000", "1.10030"));
    world.state.evolve(world.canceled(world.open()));
    assertThat(world.outcome(world.limit(BUY, "1000", "1.10030"))).isEqualTo("ACCEPTED");
  }

  @Test
  void deniesOutsideTheSessionsOfTheInstrument() {
    world.sessions("EURUSD.SIM", world.now.plusSeconds(1), Duration.ofHours(1));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("MARKET_CLOSED");
    world.now = world.now.plusSeconds(1);
    world.quote("EURUSD.SIM", "1.10000", "1.10020");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
    world.now = world.now.plus(Duration.ofHours(1));
    world.quote("EURUSD.SIM", "1.10000", "1.10020");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("MARKET_CLOSED");
  }

  @Test
  void decidesASignalOnce() {
    var signal = world.market(BUY, "1000");
    world.decided(signal);
    assertThat(world.decide(signal)).isEmpty();
  }

  @Test
  void deniesExpiredOneNanosecondAfterItsTime() {
    var signal = world.market(BUY, "1000");
    world.now = signal.validUntil();
    world.quote("EURUSD.SIM", "1.10000", "1.10020");
    assertThat(world.outcome(signal)).isEqualTo("ACCEPTED");
    world.now = signal.validUntil().plusNanos(1);
    assertThat(world.outcome(signal)).isEqualTo("EXPIRED");
  }

  @Test
  void deniesWhileControlIsNotKnownOrHaltedAndNamesTheHalts() {
    world.control = null;
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("HALTED");
    world.control = TradingControl.empty();
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("HALTED");
    world.halted("instrument:EURUSD.SIM", HaltMode.HALTED);
    var denied = (SignalDenied) world.decide(world.market(BUY, "1000")).orElseThrow().decision();
    assertThat(denied.code()).isEqualTo("HALTED");
    assertThat(denied.used().halts()).containsExactly("instrument:EURUSD.SIM/test");
  }

  @Test
  void reduceOnlyHaltLetsThroughWhatReducesAndMarksItSo() {
    world.holding(BUY, "3000");
    world.halted("all", HaltMode.REDUCE_ONLY);
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("REDUCE_ONLY");
    assertThat(world.outcome(world.market(SELL, "4000"))).isEqualTo("REDUCE_ONLY");
    assertThat(world.outcome(world.entry(BUY, "0.01000"))).isEqualTo("REDUCE_ONLY");

    var order = (SubmitOrder) world.decided(world.market(SELL, "2000")).command();

    assertThat(order).isNotNull();
    assertThat(order.reduceOnly()).isTrue();
    assertThat(world.outcome(world.limit(SELL, "2000", "1.10000"))).isEqualTo("REDUCE_ONLY");
    assertThat(world.outcome(world.limit(SELL, "1000", "1.10000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void deniesWithoutInstrumentLimitQuoteOrRate() {
    world.rate = null;
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("NO_RATE");
    world.quotes.clear();
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("STALE_PRICE");
    world.accountLimits = null;
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("NO_LIMIT");
    world.instruments.clear();
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("UNKNOWN_INSTRUMENT");
  }

  @Test
  void priceIsStaleOneNanosecondAfterItsTimeAndFromTheFuture() {
    var signal = world.market(BUY, "1000");
    world.now = RiskWorld.NOON.plusSeconds(5);
    assertThat(world.outcome(signal)).isEqualTo("ACCEPTED");
    world.now = RiskWorld.NOON.plusSeconds(5).plusNanos(1);
    assertThat(world.outcome(signal)).isEqualTo("STALE_PRICE");
    world.now = RiskWorld.NOON.minusSeconds(6);
    assertThat(world.outcome(signal)).isEqualTo("STALE_PRICE");
  }

  @Test
  void deniesWhatTheInstrumentDoesNotTrade() {
    assertThat(world.outcome(world.limit(BUY, "1000", "1.100001"))).isEqualTo("TICK_SIZE");
    assertThat(world.outcome(world.market(BUY, "1500"))).isEqualTo("LOT_SIZE");
    assertThat(world.outcome(world.market(BUY, "10001000"))).isEqualTo("MAXIMUM_QUANTITY");
    assertThat(world.outcome(world.market(BUY, "0"))).isEqualTo("MALFORMED");
    assertThat(world.outcome(world.order(BUY, OrderType.LIMIT, "1000", null, null, false)))
        .isEqualTo("MALFORMED");
    assertThat(world.outcome(world.order(BUY, OrderType.STOP, "1000", "1.1", "1.1", false)))
        .isEqualTo("MALFORMED");
  }

  @Test
  void priceCollarHoldsAtTheLimitAndOneTickBeyondNot() {
    world.quote("EURUSD.SIM", "0.99999", "1.00001");
    assertThat(world.outcome(world.limit(BUY, "1000", "1.05000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.limit(BUY, "1000", "1.05001"))).isEqualTo("PRICE_COLLAR");
    assertThat(world.outcome(world.limit(SELL, "1000", "0.95000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.limit(SELL, "1000", "0.94999"))).isEqualTo("PRICE_COLLAR");
    assertThat(world.outcome(world.order(BUY, OrderType.STOP, "1000", null, "1.05001", false)))
        .isEqualTo("PRICE_COLLAR");
    world.quote("EURUSD.SIM", "0.94000", "1.06000");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("PRICE_COLLAR");
  }

  @Test
  void orderQuantityHoldsAtTheLimitAndOneLotBeyondNot() {
    world.limited(RiskWorld.limits("0.05", "100000", "900000", "900000", "900000"));
    assertThat(world.outcome(world.market(BUY, "100000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "101000"))).isEqualTo("ORDER_QUANTITY");
  }

  @Test
  void orderValueHoldsAtTheLimitAndOneUnitBeyondNot() {
    world.limited(RiskWorld.limits("0.05", "100000", "11002", "900000", "900000"));
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("ACCEPTED");
    world.limited(RiskWorld.limits("0.05", "100000", "11001.99999999", "900000", "900000"));
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("ORDER_VALUE");
  }

  @Test
  void positionLimitCountsWorkingOrdersAtOnceAndHoldsAtTheLimit() {
    world.limited(RiskWorld.limits("0.05", "100000", "900000", "100000", "900000"));
    world.holding(BUY, "50000");
    world.decided(world.limit(BUY, "30000", "1.09000"));
    assertThat(world.outcome(world.limit(BUY, "21000", "1.09000"))).isEqualTo("POSITION_LIMIT");
    assertThat(world.outcome(world.limit(BUY, "20000", "1.09000"))).isEqualTo("ACCEPTED");
    // The other side counts what is held against it, and never what may be bought.
    assertThat(world.outcome(world.limit(SELL, "100000", "1.10000"))).isEqualTo("ACCEPTED");
    world.decided(world.limit(SELL, "80000", "1.10000"));
    assertThat(world.outcome(world.limit(SELL, "71000", "1.10000"))).isEqualTo("POSITION_LIMIT");
    assertThat(world.outcome(world.limit(SELL, "70000", "1.10000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void positionValueHoldsAtTheLimitAndOneUnitBeyondNot() {
    world.limited(RiskWorld.limits("0.05", "100000", "900000", "900000", "22004"));
    world.holding(BUY, "10000");
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("ACCEPTED");
    world.limited(RiskWorld.limits("0.05", "100000", "900000", "900000", "22003.99999999"));
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("POSITION_VALUE");
  }

  @Test
  void limitsLoweredBelowThePositionStillLetItBeReduced() {
    world.holding(BUY, "200000");
    assertThat(world.outcome(world.market(SELL, "50000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("POSITION_LIMIT");
  }

  @Test
  void valuesGoThroughTheRate() {
    world.define("USDJPY.SIM", new Currency("JPY"), "0.001", "1000", "1");
    world.rate = io.palmyra.contracts.value.Price.of("0.5");
    world.limited(RiskWorld.limits("0.05", "100000", "5501", "900000", "900000"));
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "11000"))).isEqualTo("ORDER_VALUE");
  }

  @Test
  void sameOrderAgainIsADuplicateWithinTheWindowOnly() {
    world.decided(world.market(BUY, "1000"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("DUPLICATE_ORDER");
    assertThat(world.outcome(world.market(BUY, "2000"))).isEqualTo("ACCEPTED");
    world.now = RiskWorld.NOON.plusSeconds(1).minusNanos(1);
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("DUPLICATE_ORDER");
    world.now = RiskWorld.NOON.plusSeconds(1);
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void unknownFateBlocksNewExposureInTheInstrumentOnly() {
    world.holding(BUY, "5000");
    world.decided(world.limit(BUY, "1000", "1.09000"));
    var open = world.open();
    world.state.evolve(
        new OrderUnknown(open.id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, "cut off"));
    assertThat(world.outcome(world.market(BUY, "2000"))).isEqualTo("UNKNOWN_ORDER");
    assertThat(world.outcome(world.market(SELL, "2000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(SELL, "6000"))).isEqualTo("UNKNOWN_ORDER");
    world.state.evolve(world.canceled(open));
    assertThat(world.outcome(world.market(BUY, "2000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void cancelPassesHaltsButOnlyForAnOpenOrder() {
    world.decided(world.limit(BUY, "1000", "1.09000"));
    var open = world.open();
    world.halted("all", HaltMode.HALTED);
    assertThat(world.outcome(world.cancel(open.id()))).isEqualTo("ACCEPTED");
    world.state.evolve(world.canceled(open));
    assertThat(world.outcome(world.cancel(open.id()))).isEqualTo("ORDER_NOT_OPEN");
  }

  @Test
  void replacementCountsTheLargerOfBothUntilItIsAnswered() {
    world.limited(RiskWorld.limits("0.05", "100000", "900000", "100000", "900000"));
    world.decided(world.limit(BUY, "60000", "1.09000"));
    var open = world.open();
    assertThat(world.outcome(world.replace(open.id(), "101000"))).isEqualTo("ORDER_QUANTITY");
    world.decided(world.replace(open.id(), "90000"));
    assertThat(world.state.exposure(RiskWorld.EURUSD).workingBuy())
        .isEqualByComparingTo(Quantity.of("90000"));
    assertThat(world.outcome(world.replace(open.id(), "70000"))).isEqualTo("REPLACE_PENDING");
    assertThat(world.outcome(world.limit(BUY, "11000", "1.09000"))).isEqualTo("POSITION_LIMIT");
  }

  @Test
  void amountThatFitsNoNumberIsDenied() {
    world.state.equity(Money.of("100000", RiskWorld.USD));
    world.quote("EURUSD.SIM", "900000000000.00000", "900000000000.00000");
    assertThat(world.outcome(world.market(BUY, "100000"))).isEqualTo("OVERFLOW");
  }

  @Test
  void limitOfAnInstrumentStandsAboveTheAccounts() {
    var override = new LimitOverride(null, Quantity.of("2000"), null, null, null, null);
    world.accountLimits =
        new AccountLimits(world.limits, Map.of(RiskWorld.EURUSD, override), List.of());
    assertThat(world.outcome(world.market(BUY, "2000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "3000"))).isEqualTo("ORDER_QUANTITY");
  }

  @Test
  void accountThatIsNotSetUpIsDenied() {
    var signal = world.market(BUY, "1000");
    var empty = new RiskState(new AccountId("other"), RiskWorld.USD, SavedState.NONE);
    var view =
        new RiskView(
            world,
            null,
            null,
            Standing.NORMAL,
            world.now,
            world.now,
            java.time.Duration.ofSeconds(5),
            java.util.List.of());
    var decision = RiskDecider.unknownAccount(empty, signal, view).decision();
    assertThat(((SignalDenied) decision).code()).isEqualTo("UNKNOWN_ACCOUNT");
  }
}
