package io.palmyra.backtest.engine;

import static io.palmyra.backtest.engine.Script.market;
import static io.palmyra.contracts.value.Side.BUY;
import static io.palmyra.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierThresholds;
import io.palmyra.core.strategy.Proposal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountRulesTests {
  private static final String FLAT = "100,101,99,100,50";

  @TempDir private Path dir;

  private static AccountRules guarded(
      @Nullable String stopLoss, @Nullable String takeProfit, @Nullable String trailingStop) {
    return new AccountRules(
        new Sizing.FixedFraction(),
        null,
        new ProtectionPolicy(
            new Protection(share(stopLoss), share(takeProfit), share(trailingStop)),
            Map.of(),
            null));
  }

  private static @Nullable Quantity share(@Nullable String text) {
    return text == null ? null : Quantity.of(text);
  }

  private static TierPolicy tiers(int warning, int critical, int emergency) {
    return new TierPolicy(
        losses(warning),
        losses(critical),
        losses(emergency),
        Quantity.of("0.5"),
        Quantity.of("0.8"),
        Duration.ofHours(1),
        ZoneOffset.UTC,
        LocalTime.MIDNIGHT);
  }

  private static TierThresholds losses(int inARow) {
    return new TierThresholds(Quantity.of("0.9"), Quantity.of("0.9"), inARow);
  }

  private static AccountRules tiered(TierPolicy policy) {
    return new AccountRules(new Sizing.FixedFraction(), policy, ProtectionPolicy.NONE);
  }

  private static List<Price> prices(Result result) {
    return result.fills().stream().map(OrderFilled::lastPrice).toList();
  }

  private static List<Quantity> quantities(Result result) {
    return result.fills().stream().map(OrderFilled::lastQuantity).toList();
  }

  private static Proposal entry(Side side) {
    return new Proposal.Entry(Script.GOLD, side, 1, 2);
  }

  @Test
  void aLossIsClosedAtItsLevelAndAGapAtItsOpen() {
    // Bought at 100.3; two per cent below are 98.294, at the bid; a tick below that, slipped.
    var rules = guarded("0.02", null, null);
    Result met =
        new Script().at(0, market(BUY, "1")).under(rules).over(dir, FLAT, FLAT, "99,99,98,99,50");
    assertThat(prices(met)).containsExactly(Price.of("100.3"), Price.of("98.1"));
    assertThat(met.protectiveExits()).isEqualTo(Map.of(ExitReason.STOP_LOSS, 1));
    Result gap =
        new Script().at(0, market(BUY, "1")).under(rules).over(dir, FLAT, FLAT, "95,96,94,95,50");
    assertThat(prices(gap)).containsExactly(Price.of("100.3"), Price.of("94.7"));
    Result missed =
        new Script().at(0, market(BUY, "1")).under(rules).over(dir, FLAT, FLAT, "99,99,98.5,99,50");
    assertThat(prices(missed)).containsExactly(Price.of("100.3"));
  }

  @Test
  void aShortPositionIsClosedAtTheAsk() {
    // Sold at 99.7; two per cent above are 101.694.
    Result met =
        new Script()
            .at(0, market(SELL, "1"))
            .under(guarded("0.02", null, null))
            .over(dir, FLAT, FLAT, "101,102,100,101,50");
    assertThat(prices(met)).containsExactly(Price.of("99.7"), Price.of("101.8"));
  }

  @Test
  void aLossComesBeforeAProfitOfTheSameBar() {
    var rules = guarded("0.02", "0.02", null);
    String both = "100,105,95,100,50";
    Result lost = new Script().at(0, market(BUY, "1")).under(rules).over(dir, FLAT, FLAT, both);
    assertThat(lost.protectiveExits()).isEqualTo(Map.of(ExitReason.STOP_LOSS, 1));
    Result won =
        new Script()
            .at(0, market(BUY, "1"))
            .under(rules)
            .over(dir, FLAT, FLAT, "100,105,99,100,50");
    // Two per cent above 100.3 are 102.306: a tick beyond, less the slippage.
    assertThat(prices(won)).containsExactly(Price.of("100.3"), Price.of("102.3"));
    assertThat(won.protectiveExits()).isEqualTo(Map.of(ExitReason.TAKE_PROFIT, 1));
  }

  @Test
  void aTrailingStopFollowsTheBestPriceOfTheBarsBefore() {
    Result result =
        new Script()
            .at(0, market(BUY, "1"))
            .under(guarded(null, null, "0.05"))
            .over(dir, FLAT, "100,110,100,110,50", "110,110,104.3,105,50");
    // The best bid was 109.8; five per cent below it are 104.31.
    assertThat(prices(result)).containsExactly(Price.of("100.3"), Price.of("104.2"));
    assertThat(result.protectiveExits()).isEqualTo(Map.of(ExitReason.TRAILING_STOP, 1));
  }

  @Test
  void lossesInARowMakeEntriesSmallerThenForbidThem() {
    Script trading = new Script().under(tiered(tiers(1, 2, 3)));
    String[] bars = new String[12];
    java.util.Arrays.fill(bars, FLAT);
    for (int i = 0; i < 8; i += 2) {
      trading.at(i, entry(BUY)).at(i + 1, new Proposal.Exit(Script.GOLD, "X"));
    }
    Result result = trading.over(dir, bars);
    // Each round trip loses the spread. The second entry has half the size, the third is denied.
    assertThat(result.trades()).hasSize(2);
    assertThat(quantities(result).get(0)).isEqualTo(Quantity.of("50"));
    assertThat(quantities(result).get(2)).isEqualTo(Quantity.of("24"));
    assertThat(result.denials()).containsEntry("REDUCE_ONLY", 2);
    assertThat(result.tiersMoved())
        .anyMatch(moved -> moved.contains("tier WARNING"))
        .anyMatch(moved -> moved.contains("tier CRITICAL"));
  }

  @Test
  void anEmergencyCancelsWhatWorksAndLetsNothingThrough() {
    Result result =
        new Script()
            .under(tiered(tiers(1, 1, 1)))
            .at(
                0,
                market(BUY, "1"),
                Script.order(BUY, io.palmyra.contracts.order.OrderType.LIMIT, "1", "90.0", null))
            .at(1, new Proposal.Exit(Script.GOLD, "X"))
            .at(3, market(BUY, "1"))
            .over(dir, FLAT, FLAT, FLAT, FLAT, "89,90,80,85,50");
    assertThat(result.fills()).hasSize(2);
    assertThat(result.denials()).containsEntry("HALTED", 1);
  }

  @Test
  void theWholeAccountsStopClosesAllAtTheNextOpen() {
    var rules =
        new AccountRules(
            new Sizing.FixedFraction(),
            tiers(50, 60, 70),
            new ProtectionPolicy(Protection.NONE, Map.of(), Quantity.of("0.01")));
    Result result =
        new Script()
            .under(rules)
            .at(0, market(BUY, "100"))
            .at(3, market(BUY, "1"))
            .over(dir, FLAT, FLAT, "100,100,97,98,50", "98,99,97,98,50", FLAT);
    assertThat(prices(result)).containsExactly(Price.of("100.3"), Price.of("97.7"));
    assertThat(result.protectiveExits()).isEqualTo(Map.of(ExitReason.PORTFOLIO_STOP, 1));
    assertThat(result.denials()).containsEntry("HALTED", 1);
    assertThat(result.tiersMoved().getLast()).contains("PORTFOLIO_STOP: equity ");
  }

  @Test
  void volatilitySizesByTheRangeOfTheBarsBefore() {
    var rules =
        new AccountRules(
            new Sizing.VolatilityTarget(Duration.ofHours(1), 2, Quantity.of("2")),
            null,
            ProtectionPolicy.NONE);
    Result result =
        new Script()
            .under(rules)
            .at(1, entry(BUY))
            .at(3, entry(BUY))
            .over(dir, FLAT, FLAT, FLAT, FLAT, FLAT);
    assertThat(result.denials()).containsEntry("NO_VOLATILITY", 1);
    // One per cent of 100,000 over two ranges of 2, ten units a contract.
    assertThat(quantities(result)).containsExactly(Quantity.of("25"));
    assertThatThrownBy(
            () ->
                new Script()
                    .under(
                        new AccountRules(
                            new Sizing.VolatilityTarget(Duration.ofDays(1), 2, Quantity.ONE),
                            null,
                            ProtectionPolicy.NONE))
                    .over(dir, FLAT, FLAT))
        .hasMessage("interval of the average true range is PT24H; allowed: PT1H");
  }

  @Test
  void kellyEntersNothingWithoutAnEdge() {
    var rules =
        new AccountRules(
            new Sizing.CappedKelly(Quantity.of("0.5"), 1, Quantity.of("0.005")),
            null,
            ProtectionPolicy.NONE);
    Result result =
        new Script()
            .under(rules)
            .at(0, entry(BUY))
            .at(1, new Proposal.Exit(Script.GOLD, "X"))
            .at(3, entry(BUY))
            .over(dir, FLAT, FLAT, FLAT, FLAT, FLAT);
    // Half a per cent of 100,000 over a stop of 2, ten units a contract; then a record of one loss.
    assertThat(quantities(result).getFirst()).isEqualTo(Quantity.of("25"));
    assertThat(result.fills()).hasSize(2);
    assertThat(result.denials()).containsEntry("NO_EDGE", 1);
  }

  @Test
  void aStopOfTheAccountNeedsTiers() {
    assertThatThrownBy(
            () ->
                new AccountRules(
                    new Sizing.FixedFraction(),
                    null,
                    new ProtectionPolicy(Protection.NONE, Map.of(), Quantity.of("0.1"))))
        .hasMessageStartingWith("portfolioStop is 0.1; allowed: none without tiers");
  }
}
