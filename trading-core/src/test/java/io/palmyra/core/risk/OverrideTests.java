package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.decision.CheckOverride;
import io.palmyra.contracts.decision.CheckResult;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDecision;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverrideTests {
  private final RiskWorld world =
      new RiskWorld().limited(RiskWorld.limits("0.05", "1000", "200000", "150000", "300000"));

  private OrderRequested order(String quantity) {
    return world.market(Side.BUY, quantity);
  }

  private SignalDecision overridden(OrderRequested order, DenialCode check) {
    var override = new CheckOverride("o-1", check.name(), "ann", "ben");
    return RiskDecider.override(world.state, order, world.view(), override)
        .orElseThrow()
        .decision();
  }

  @Test
  void letsTheOrderFailThatCheckAndTellsSo() {
    OrderRequested order = order("2000");
    assertThat(world.outcome(order("2000"))).isEqualTo("ORDER_QUANTITY");
    var accepted = (SignalAccepted) overridden(order, DenialCode.ORDER_QUANTITY);
    Replayed.same(accepted);
    assertThat(accepted.order().quantity()).isEqualTo(Quantity.of("2000"));
    assertThat(accepted.checks())
        .filteredOn(check -> !check.passed())
        .containsExactly(new CheckResult("ORDER_QUANTITY", false, "2000", "1000", "o-1"));
    assertThat(accepted.used().basis().override().approvedBy()).isEqualTo("ben");
  }

  @Test
  void letsItFailNoOther() {
    assertThat(overridden(order("2000"), DenialCode.ORDER_VALUE))
        .isInstanceOfSatisfying(
            SignalDenied.class, denied -> assertThat(denied.code()).isEqualTo("ORDER_QUANTITY"));
    world.limited(RiskWorld.limits("0.05", "1000", "1000", "150000", "300000"));
    assertThat(overridden(order("2000"), DenialCode.ORDER_QUANTITY))
        .isInstanceOfSatisfying(
            SignalDenied.class, denied -> assertThat(denied.code()).isEqualTo("ORDER_VALUE"));
  }

  @Test
  void isNoWayAroundAHalt() {
    world.halted("all", HaltMode.HALTED);
    assertThat(overridden(order("2000"), DenialCode.ORDER_QUANTITY))
        .isInstanceOfSatisfying(
            SignalDenied.class, denied -> assertThat(denied.code()).isEqualTo("HALTED"));
  }

  @Test
  void isNotNeededWhereTheOrderPasses() {
    var accepted = (SignalAccepted) overridden(order("1000"), DenialCode.ORDER_QUANTITY);
    assertThat(accepted.checks()).allMatch(CheckResult::passed);
    assertThat(accepted.checks()).allMatch(check -> check.override() == null);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotOfSizePriceOrRepetitionNobodyWaives(DenialCode check) {
    if (Waivers.ALLOWED.contains(check)) {
      assertThat(overridden(order("1000"), check)).isInstanceOf(SignalAccepted.class);
    } else {
      assertThatThrownBy(() -> overridden(order("1000"), check))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(check.name());
    }
  }

  @Test
  void noneOfThoseThatSayThatNothingMayTradeIsAmongThem() {
    assertThat(Waivers.ALLOWED)
        .doesNotContainAnyElementsOf(
            EnumSet.of(
                DenialCode.HALTED,
                DenialCode.NO_LIMIT,
                DenialCode.RESTRICTED,
                DenialCode.UNKNOWN_ORDER,
                DenialCode.STALE_PRICE,
                DenialCode.BUYING_POWER,
                DenialCode.SELF_TRADE));
  }
}
