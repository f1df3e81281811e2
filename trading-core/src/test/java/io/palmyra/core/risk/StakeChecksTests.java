package io.palmyra.core.risk;

import static io.palmyra.contracts.value.Side.BUY;
import static io.palmyra.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** EURUSD is bought at 1.1002 and sold at 1.1, its mid is 1.1001; GBPUSD's mid is 2. */
class StakeChecksTests {
  private static final InstrumentId GBPUSD = new InstrumentId("GBPUSD.SIM");
  private static final SignalSource OTHER = new SignalSource("strategy:other");
  private static final String FREE = "9000000";

  private final RiskWorld world = new RiskWorld();

  private void holding(String eurusd, String gbpusd) {
    world.define("GBPUSD.SIM", Currency.USD, "0.00001", "1000", "1");
    world.quote("GBPUSD.SIM", "1.99990", "2.00010");
    world.state =
        new RiskState(
            RiskWorld.PAPER,
            Currency.USD,
            new SavedState(
                Map.of(RiskWorld.EURUSD, Quantity.of(eurusd), GBPUSD, Quantity.of(gbpusd)),
                Map.of(new Holding(OTHER, RiskWorld.EURUSD), Quantity.of(eurusd)),
                List.of(),
                List.of(),
                List.of()));
    world.state.equity(Money.of("100000", Currency.USD));
  }

  @Test
  void grossCountsLongAndShortAlikeAndHoldsAtTheLimitButNotOneUnitAbove() {
    holding("1000", "-2000");
    // 2,000 at 1.1002, and 2,000 at 2.
    world.exposed(RiskWorld.exposure("6200.4", FREE, FREE, "9"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
    world.exposed(RiskWorld.exposure("6200.39999999", FREE, FREE, "9"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("GROSS_EXPOSURE");
    assertThat(world.outcome(world.market(SELL, "1000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void whatIsTooLargeToAddUpLetsReduceAndNothingElse() {
    holding("2000", "60000000000");
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("GROSS_EXPOSURE");
    assertThat(world.outcome(world.market(SELL, "1000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void netIsWhatLongAndShortDifferBy() {
    holding("4000", "-2000");
    // Bought 5,000 at 1.1002 less 4,000 of GBPUSD; sold, the further is what is short.
    world.exposed(RiskWorld.exposure(FREE, "1501", FREE, "9"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
    world.exposed(RiskWorld.exposure(FREE, "1500.99999999", FREE, "9"));
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("NET_EXPOSURE");
  }

  @Test
  void workingOrdersCountAtOnceSoThatOfTwoHalvesTooLargeOnePasses() {
    world.exposed(RiskWorld.exposure("100000", FREE, FREE, "9"));
    assertThat(world.decided(world.market(BUY, "54000")).command()).isInstanceOf(SubmitOrder.class);
    assertThat(world.outcome(world.market(BUY, "55000"))).isEqualTo("GROSS_EXPOSURE");
    assertThat(world.outcome(world.limit(SELL, "54000", "1.10030"))).isEqualTo("ACCEPTED");
  }

  @Test
  void aReplacementIsMeasuredWithoutTheOrderThatItReplaces() {
    world.exposed(RiskWorld.exposure("100000", FREE, FREE, "9"));
    world.decided(world.limit(BUY, "80000", "1.10000"));
    assertThat(world.outcome(world.replace(world.open().id(), "90000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.replace(world.open().id(), "91000")))
        .isEqualTo("GROSS_EXPOSURE");
  }

  @Test
  void aStrategyCountsItsOwnFillsAndOrdersOnly() {
    holding("50000", "0");
    world.exposed(RiskWorld.exposure(FREE, FREE, "2200.4", "9"));
    assertThat(world.outcome(world.market(BUY, "2000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "3000"))).isEqualTo("STRATEGY_EXPOSURE");

    world.decided(world.market(BUY, "1000"));
    world.state.evolve(world.fill(world.open(), "1000", "1000"));

    assertThat(world.outcome(world.limit(BUY, "1000", "1.10020"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.limit(BUY, "2000", "1.10020"))).isEqualTo("STRATEGY_EXPOSURE");
  }

  @Test
  void buyingPowerIsEquityByTheShareThatMarginMayTake() {
    // Spot is paid in full: 10,000 at 1.1002.
    world.exposed(RiskWorld.exposure(FREE, FREE, FREE, "0.11002"));
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("ACCEPTED");
    assertThat(world.outcome(world.market(BUY, "11000"))).isEqualTo("BUYING_POWER");
    world.state.equity(Money.of("99999.99", Currency.USD));
    assertThat(world.outcome(world.market(BUY, "10000"))).isEqualTo("BUYING_POWER");
    world.state.equity(null);
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("BUYING_POWER");
  }

  @Test
  void whatIsHeldWithoutAPriceLetsOnlyReductionsThrough() {
    holding("2000", "1000");
    world.quotes.remove(GBPUSD);
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("GROSS_EXPOSURE");
    assertThat(world.outcome(world.market(SELL, "1000"))).isEqualTo("ACCEPTED");
  }

  @Test
  void whatIsRestrictedMayOnlyBeReduced() {
    holding("2000", "0");
    restricted(Restriction.BUY);
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("RESTRICTED");
    assertThat(world.outcome(world.market(SELL, "3000"))).isEqualTo("ACCEPTED");
    restricted(Restriction.ALL);
    assertThat(world.outcome(world.market(SELL, "3000"))).isEqualTo("RESTRICTED");
    assertThat(world.outcome(world.market(SELL, "2000"))).isEqualTo("ACCEPTED");
    restricted(Restriction.SELL);
    assertThat(world.outcome(world.market(BUY, "1000"))).isEqualTo("ACCEPTED");
  }

  private void restricted(Restriction restriction) {
    var override = new LimitOverride(null, null, null, null, null, restriction);
    world.accountLimits =
        new AccountLimits(world.limits, Map.of(RiskWorld.EURUSD, override), List.of());
  }
}
