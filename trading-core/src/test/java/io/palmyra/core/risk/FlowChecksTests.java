package io.palmyra.core.risk;

import static io.palmyra.contracts.value.Side.BUY;
import static io.palmyra.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowChecksTests {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RiskWorld world = new RiskWorld();

  private void at(Duration since) {
    world.now = RiskWorld.NOON.plus(since);
    world.quote("EURUSD.SIM", "1.10000", "1.10020");
  }

  private void rates(int ofSource, int ofAccount) {
    world.flowing(new FlowLimits(ofSource, ofAccount, 1000, MINUTE, Quantity.of("0.5"), MINUTE));
  }

  @Test
  void oneOrderMoreThanASecondHoldsIsDeniedAndPassesANanosecondAfterTheFirstIsASecondOld() {
    rates(2, 10);
    world.decided(world.market(BUY, "1000"));
    at(Duration.ofMillis(500));
    world.decided(world.market(BUY, "1000"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("MESSAGE_RATE");
    at(Duration.ofSeconds(1).minusNanos(1));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("MESSAGE_RATE");
    at(Duration.ofSeconds(1));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void replacementsCountAndCancelsNeverDo() {
    rates(3, 10);
    world.decided(world.limit(BUY, "1000", "1.09000"));
    var open = world.open();
    world.decided(world.replace(open.id(), "2000"));
    world.decided(world.limit(BUY, "1000", "1.08000"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("MESSAGE_RATE");
    assertThat(world.outcome(world.cancel(open.id()))).isEqualTo("ACCEPTED");
  }

  @Test
  void theAccountHasARateOfItsOwnAndDeniedOrdersCountForNeither() {
    rates(5, 1);
    world.quote("EURUSD.SIM", "1.10000", "1.10020");
    assertThat(world.outcome(world.market(BUY, "1500"))).isEqualTo("LOT_SIZE");
    world.decided(world.market(BUY, "1000"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCOUNT_MESSAGE_RATE");
  }

  @Test
  void theRateIsRememberedOverARestart() {
    rates(1, 10);
    world.decided(world.market(BUY, "1000"));
    world.state = new RiskState(RiskWorld.PAPER, RiskWorld.USD, world.state.takeChanges());
    world.state.equity(io.palmyra.contracts.value.Money.of("100000", RiskWorld.USD));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("MESSAGE_RATE");
  }

  @Test
  void ordersThatWalkThePriceAreStoppedAtTheBoundFromWhereTheyBegan() {
    world.flowing(new FlowLimits(1000, 1000, 1000, MINUTE, Quantity.of("0.01"), MINUTE));
    world.quote("EURUSD.SIM", "0.99999", "1.00001");
    world.decided(world.market(BUY, "1000"));
    world.quote("EURUSD.SIM", "1.00998", "1.01000");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
    world.quote("EURUSD.SIM", "1.00999", "1.01001");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("PRICE_WALK");
    assertThat(world.outcome(world.limit(SELL, "1000", "1.01000"))).isEqualTo("ACCEPTED");

    world.now = RiskWorld.NOON.plus(MINUTE).plusNanos(1);
    world.quote("EURUSD.SIM", "1.00999", "1.01001");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void ordersThatBeganToFillAreCountedOnceEachByDirection() {
    for (int order = 0; order < 3; order++) {
      at(Duration.ofSeconds(2L * order));
      world.decided(world.market(BUY, "2000"));
      var open = world.open();
      world.state.evolve(world.fill(open, "1000", "1000"));
      var last = world.fill(open, "1000", "2000");
      world.state.evolve(last);
      world.state.evolve(last);
      assertThat(world.state.begunWithin(MINUTE, last)).isEqualTo(order + 1);
    }
    at(Duration.ofSeconds(10));
    world.decided(world.market(SELL, "1000"));
    var sold = world.fill(world.open(), "1000", "1000");
    world.state.evolve(sold);
    assertThat(world.state.begunWithin(MINUTE, sold)).isEqualTo(1);
  }

  @Test
  void oneOrderMoreThanMayRepeatIsNamed() {
    var limits = new FlowLimits(10, 10, 3, MINUTE, Quantity.ONE, MINUTE);
    assertThat(limits.repeated(3)).isEmpty();
    assertThat(limits.repeated(4))
        .hasValueSatisfying(why -> assertThat(why).contains("more than 3"));
  }

  @Test
  void limitsAreSmallerInTheirTimeOfTheWeekAndTheSmallestHolds() {
    world.limited(RiskWorld.limits("0.05", "10000", "900000", "900000", "900000"));
    world.accountLimits =
        new AccountLimits(
            world.limits,
            Map.of(),
            List.of(schedule(Duration.ofMinutes(30), "0.2"), schedule(Duration.ofHours(1), "0.5")));
    at(Duration.ZERO);
    assertThat(world.outcome(world.market(BUY, "2000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "3000"))).isEqualTo("ORDER_QUANTITY");
    at(Duration.ofMinutes(30));
    assertThat(world.outcome(world.market(BUY, "5000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "6000"))).isEqualTo("ORDER_QUANTITY");
    at(Duration.ofHours(1));
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("ACCEPTED");
  }

  private static LimitSchedule schedule(Duration length, String share) {
    var noon = RiskWorld.NOON.atZone(ZoneOffset.UTC);
    return new LimitSchedule(
        new SessionCalendar(
            ZoneOffset.UTC,
            List.of(new TradingSession(noon.getDayOfWeek(), noon.toLocalTime(), length)),
            Set.of()),
        Quantity.of(share));
  }
}
