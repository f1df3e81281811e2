package io.palmyra.core.risk;

import static io.palmyra.contracts.value.Side.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.Iceberg;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.order.Twap;
import io.palmyra.contracts.order.Vwap;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.risk.parent.VolumeProfile;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How approved orders are worked off in children. */
class ParentTests {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Twap THREE = new Twap(Duration.ofMinutes(3), 3);

  private final ParentWorld world = new ParentWorld();

  @Test
  void twapGoesInEqualSlicesInTimeWithTheRestOnTheLast() {
    assertThat(world.proposed(world.market("10000", THREE))).isEqualTo("ACCEPTED");

    assertThat(world.now()).containsExactly("released 3000");
    world.fills();
    assertThat(world.after(MINUTE.minusNanos(1))).isEmpty();
    assertThat(world.after(Duration.ofNanos(1))).containsExactly("released 3000");
    world.fills();
    assertThat(world.after(MINUTE)).containsExactly("released 4000");
    world.fills();
    assertThat(world.now()).containsExactly("ended FILLED filled 10000");
    assertThat(world.risk.state.open()).isEmpty();
  }

  @Test
  void aChildNamesItsParentAndIsNamedAfterSignalLegAndSlice() {
    var request = world.market("9000", THREE);
    world.proposed(request);
    world.now();

    var child = (SubmitOrder) world.steps.getFirst().commands().getFirst();

    assertThat(child.parent()).isEqualTo(ClientOrderId.of(request.signalId(), 0, 0, 0));
    assertThat(child.clientOrderId()).isEqualTo(ClientOrderId.of(request.signalId(), 1, 0, 0));
  }

  @Test
  void theWholeIsCheckedAndReservedOnceAndNeverCountedTwice() {
    world.risk.limited(RiskWorld.limits("0.05", "100000", "9000000", "12000", "9000000"));
    assertThat(world.proposed(world.market("13000", THREE))).isEqualTo("POSITION_LIMIT");
    assertThat(world.proposed(world.market("12000", THREE))).isEqualTo("ACCEPTED");
    assertThat(open()).isEqualTo("12000");

    world.now();
    assertThat(open()).isEqualTo("12000");
    assertThat(world.risk.outcome(world.risk.market(BUY, "1000"))).isEqualTo("POSITION_LIMIT");
    world.fills();
    assertThat(open()).isEqualTo("8000");
    assertThat(world.risk.outcome(world.risk.market(BUY, "1000"))).isEqualTo("POSITION_LIMIT");
  }

  @Test
  void aChildThatMayNotGoIsWithheldToldOnceAndTriedUntilItMay() {
    world.proposed(world.market("9000", THREE));
    world.risk.halted("account:paper", HaltMode.HALTED);
    assertThat(world.now()).containsExactly("withheld HALTED");
    assertThat(world.after(Duration.ofSeconds(5))).isEmpty();

    world.risk.now = world.risk.now.plusSeconds(30);
    world.risk.control = RiskWorld.lifted(TradingControl.empty());
    assertThat(world.now()).containsExactly("withheld STALE_PRICE");
    assertThat(world.after(Duration.ZERO)).containsExactly("released 3000");
  }

  @Test
  void whatWasWithheldGoesSliceBySliceAndNoLaterThanTheEnd() {
    world.proposed(world.market("9000", THREE));
    world.risk.halted("account:paper", HaltMode.HALTED);
    world.now();
    world.after(MINUTE.multipliedBy(2));
    world.risk.control = RiskWorld.lifted(TradingControl.empty());

    assertThat(world.now()).containsExactly("released 3000");
    world.fills();
    assertThat(world.after(Duration.ofSeconds(1).minusNanos(1))).isEmpty();
    assertThat(world.after(Duration.ofNanos(1))).containsExactly("released 3000");
    world.fills();
    assertThat(world.after(MINUTE)).containsExactly("ended TIME_OVER filled 6000");
  }

  @Test
  void whatARejectedChildGivesBackIsTriedAgainEverMoreSlowly() {
    world.proposed(world.market("1000", new Twap(Duration.ofMinutes(3), 1)));
    assertThat(world.now()).containsExactly("released 1000");
    rejected();
    assertThat(world.now()).isEmpty();
    assertThat(world.after(Duration.ofSeconds(2))).containsExactly("released 1000");
    rejected();
    assertThat(world.after(Duration.ofSeconds(4).minusNanos(1))).isEmpty();
    assertThat(world.after(Duration.ofNanos(1))).containsExactly("released 1000");
    assertThat(world.child().id()).isEqualTo(ClientOrderId.of(world.parent().signalId(), 1, 2, 0));
  }

  @Test
  void aPartThatExpiresGoesBackAndFollowsTheLastSlice() {
    world.proposed(world.market("4000", new Twap(Duration.ofMinutes(2), 2)));
    world.now();
    OpenOrder child = world.child();
    world.risk.state.evolve(world.filled(child, "1000", "1000"));
    world.risk.state.evolve(
        new OrderExpired(
            child.id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, Quantity.of("1000")));
    assertThat(open()).isEqualTo("3000");

    assertThat(world.after(MINUTE)).containsExactly("released 2000");
    world.fills();
    assertThat(world.after(Duration.ofSeconds(1))).containsExactly("released 1000");
    world.fills();
    assertThat(world.now()).containsExactly("ended FILLED filled 4000");
  }

  @Test
  void aChildOfUnknownFateBlocksTheNext() {
    world.proposed(world.market("9000", THREE));
    world.now();
    world.risk.state.evolve(
        new OrderUnknown(
            world.child().id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, "cut off"));
    assertThat(world.after(MINUTE)).containsExactly("withheld UNKNOWN_ORDER");
    world.fills();
    assertThat(world.now()).containsExactly("released 3000");
  }

  @Test
  void icebergShowsItsNextPartWhenTheOneBeforeHasFilled() {
    world.proposed(world.limit("5000", new Iceberg(Quantity.of("2000"))));
    assertThat(world.now()).containsExactly("released 2000");
    world.risk.state.evolve(world.filled(world.child(), "1000", "1000"));
    assertThat(world.after(MINUTE)).isEmpty();
    world.fills();
    assertThat(world.now()).containsExactly("released 2000");
    world.fills();
    assertThat(world.now()).containsExactly("released 1000");
    world.fills();
    assertThat(world.now()).containsExactly("ended FILLED filled 5000");
  }

  @Test
  void vwapFollowsTheVolumeOfTheTimeOfDay() {
    var volumes = new VolumeProfile();
    Instant yesterday = RiskWorld.NOON.minus(Duration.ofDays(1));
    volumes.on(ParentWorld.bar(yesterday, 0, "100"));
    volumes.on(ParentWorld.bar(yesterday, 0, "900"));
    volumes.on(ParentWorld.bar(yesterday, 15, "300"));
    world.volumes = volumes;

    world.proposed(world.market("8000", new Vwap(Duration.ofMinutes(30), 2)));

    assertThat(world.now()).containsExactly("released 2000");
    world.fills();
    assertThat(world.after(Duration.ofMinutes(15))).containsExactly("released 6000");
  }

  @Test
  void vwapWithoutAKnownVolumeGoesAsTwapAndSaysSo() {
    var request = world.market("9000", new Vwap(Duration.ofMinutes(3), 3));
    var decision = RiskDecider.decide(world.risk.state, request, world.view()).orElseThrow();

    var plan = ((SignalAccepted) decision.decision()).checks().getLast();

    assertThat(plan.check()).isEqualTo("ALGORITHM");
    assertThat(plan.value())
        .startsWith(
            "equal slices, as TWAP: no volume is known for this time: 3000 at 2026-03-02T12");
  }

  @Test
  void aCancelOfTheParentStopsNewChildrenAndCancelsTheOpenOneUntilItEnds() {
    world.proposed(world.limit("9000", THREE));
    world.now();
    var cancel = world.risk.decided(world.risk.cancel(world.parent().id()));
    assertThat(cancel.command()).isNull();

    assertThat(world.now()).containsExactly("canceling 1");
    assertThat(world.steps.getLast().commands().getFirst())
        .isEqualTo(new CancelOrder(world.child().id(), RiskWorld.PAPER, "CANCELED strategy:sma"));
    assertThat(world.after(Duration.ofSeconds(10).minusNanos(1))).isEmpty();
    assertThat(world.after(Duration.ofNanos(1))).containsExactly("canceling 1");
    world.risk.state.evolve(world.risk.canceled(world.child()));
    assertThat(world.now()).containsExactly("ended CANCELED strategy:sma filled 0");
    assertThat(open()).isEqualTo("0");
    assertThat(
            world.risk.outcome(
                world.risk.cancel(
                    ClientOrderId.of(world.steps.getLast().parent().signalId(), 0, 0, 0))))
        .isEqualTo("ORDER_NOT_OPEN");
  }

  @Test
  void aHaltThatCancelsOrdersEndsTheParentAndOneThatDoesNotHoldsItBack() {
    world.proposed(world.limit("9000", THREE));
    world.now();
    world.risk.halted("account:paper", HaltMode.HALTED);
    assertThat(world.after(MINUTE)).containsExactly("withheld HALTED");
    var kill =
        new HaltChanged(
            new HaltScope("all"),
            new HaltId("kill"),
            HaltStatus.ACTIVE,
            HaltMode.HALTED,
            RiskTier.NORMAL,
            "kill",
            "alice",
            Instant.EPOCH,
            true,
            true);
    world.risk.control = world.risk.control.fold(kill.key(), kill, true, 0);

    assertThat(world.now()).containsExactly("canceling 1");
    world.risk.state.evolve(world.risk.canceled(world.child()));
    assertThat(world.now()).containsExactly("ended HALTED all/kill filled 0");
  }

  @Test
  void aParentAndItsChildrenCanNotBeReplaced() {
    world.proposed(world.limit("9000", THREE));
    world.now();
    assertThat(world.risk.outcome(world.risk.replace(world.parent().id(), "5000")))
        .isEqualTo("PART_OF_ALGORITHM");
    assertThat(world.risk.outcome(world.risk.replace(world.child().id(), "5000")))
        .isEqualTo("PART_OF_ALGORITHM");
  }

  @Test
  void whatCanNotBeWorkedOffIsDenied() {
    assertThat(world.proposed(world.market("3000", new Twap(MINUTE, 4)))).isEqualTo("ALGORITHM");
    assertThat(world.proposed(world.market("4000", new Twap(MINUTE, 4)))).isEqualTo("ACCEPTED");
    assertThat(world.proposed(world.limit("5000", new Iceberg(Quantity.of("1500")))))
        .isEqualTo("ALGORITHM");
    assertThat(world.proposed(world.market("5000", new Iceberg(Quantity.of("1000")))))
        .isEqualTo("ALGORITHM");
    assertThat(
            world.proposed(
                ParentWorld.asking(
                    world.risk, BUY, OrderType.STOP, TimeInForce.GTC, "5000", THREE, null)))
        .isEqualTo("ALGORITHM");
  }

  @Test
  void aBracketMustStandAroundWhereTheOrderWouldFill() {
    assertThat(bracketed("1.0", "0.9")).isEqualTo("BRACKET");
    assertThat(bracketed("1.3", "1.2")).isEqualTo("BRACKET");
    assertThat(bracketed("1.200001", "1.0")).isEqualTo("BRACKET");
    assertThat(bracketed("1.2", "1.0")).isEqualTo("ACCEPTED");
  }

  private String bracketed(String profit, String stop) {
    var bracket = new Bracket(Price.of(profit), Price.of(stop), null);
    return world.proposed(
        ParentWorld.asking(
            world.risk, BUY, OrderType.MARKET, TimeInForce.IOC, "5000", null, bracket));
  }

  private void rejected() {
    world.risk.state.evolve(
        new OrderRejected(
            world.child().id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, "NO", ""));
  }

  private String open() {
    return world.risk.state.exposure(RiskWorld.EURUSD).workingBuy().toString();
  }
}
