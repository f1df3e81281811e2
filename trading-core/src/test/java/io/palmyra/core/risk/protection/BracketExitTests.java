package io.palmyra.core.risk.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BracketExitTests {
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Price TICK = Price.of("0.01");

  @Test
  void nothingIsMetBeforeSomethingFilledOrOnceAllIsClosed() {
    BracketExit none = exit(Side.BUY, "110.00", "95.00", null);
    assertThat(none.met(quote("90.00", "90.01"))).isEmpty();
    BracketExit all = none.filled(Quantity.of("10"), Price.of("100.00")).closed(Quantity.of("10"));
    assertThat(all.met(quote("90.00", "90.01"))).isEmpty();
    assertThat(all.tried(ExitReason.STOP_LOSS, NOW).met(quote("90.00", "90.01"))).isEmpty();
  }

  @Test
  void aLongEntryEndsAtTheBidAndNotATickBefore() {
    BracketExit exit = filled(Side.BUY, "110.00", "95.00", null);
    assertThat(exit.met(quote("95.01", "95.02"))).isEmpty();
    assertThat(exit.met(quote("95.00", "95.02"))).contains(ExitReason.STOP_LOSS);
    assertThat(exit.met(quote("109.99", "110.01"))).isEmpty();
    assertThat(exit.met(quote("110.00", "110.01"))).contains(ExitReason.TAKE_PROFIT);
  }

  @Test
  void aShortEntryEndsAtTheAskAndNotATickBefore() {
    BracketExit exit = filled(Side.SELL, "90.00", "105.00", null);
    assertThat(exit.met(quote("104.90", "104.99"))).isEmpty();
    assertThat(exit.met(quote("104.90", "105.00"))).contains(ExitReason.STOP_LOSS);
    assertThat(exit.met(quote("89.90", "90.01"))).isEmpty();
    assertThat(exit.met(quote("89.90", "90.00"))).contains(ExitReason.TAKE_PROFIT);
  }

  @Test
  void theTrailingStopFollowsTheBestPriceSinceTheFill() {
    BracketExit exit = filled(Side.BUY, null, null, "2.00").seen(quote("105.00", "105.01"));
    BracketExit later = exit.seen(quote("104.00", "104.01"));
    assertThat(later.trailingStop()).isEqualTo(Price.of("103.00"));
    assertThat(later.met(quote("103.01", "103.02"))).isEmpty();
    assertThat(later.met(quote("103.00", "103.02"))).contains(ExitReason.TRAILING_STOP);
  }

  @Test
  void oneExitCancelsTheOtherForGoodAndWhatIsLeftIsCounted() {
    BracketExit exit = filled(Side.BUY, "110.00", "95.00", null).tried(ExitReason.STOP_LOSS, NOW);
    assertThat(exit.met(quote("120.00", "120.01"))).contains(ExitReason.STOP_LOSS);
    BracketExit part = exit.closed(Quantity.of("4"));
    assertThat(part.open()).isEqualTo(Quantity.of("6"));
    assertThat(part.filled(Quantity.of("3"), Price.of("100.00")).open())
        .isEqualTo(Quantity.of("9"));
    assertThat(part.closed(Quantity.of("7")).open().signum()).isZero();
    assertThat(part.mayTry(NOW.plusMillis(999))).isFalse();
    assertThat(part.mayTry(NOW.plusMillis(1000))).isTrue();
  }

  @Test
  void exitsOnTheWrongSideOrBetweenTicksAreTold() {
    assertThat(wrong(Side.BUY, "110.00", "95.00")).isNull();
    assertThat(wrong(Side.SELL, "90.00", "105.00")).isNull();
    assertThat(wrong(Side.BUY, null, "100.00")).contains("a stopLoss below 100.00");
    assertThat(wrong(Side.BUY, "100.00", null)).contains("a takeProfit above 100.00");
    assertThat(wrong(Side.SELL, null, "99.00")).contains("a stopLoss above 100.00");
    assertThat(wrong(Side.SELL, "101.00", null)).contains("a takeProfit below 100.00");
    assertThat(wrong(Side.BUY, "110.001", null)).contains("multiples of 0.01");
  }

  private static @Nullable String wrong(Side side, @Nullable String profit, @Nullable String stop) {
    var bracket = new Bracket(price(profit), price(stop), null);
    return BracketExit.wrong(bracket, side, Price.of("100.00"), TICK).orElse(null);
  }

  private static BracketExit filled(
      Side side, @Nullable String profit, @Nullable String stop, @Nullable String trailing) {
    return exit(side, profit, stop, trailing).filled(Quantity.of("10"), Price.of("100.00"));
  }

  private static BracketExit exit(
      Side side, @Nullable String profit, @Nullable String stop, @Nullable String trailing) {
    return new BracketExit(
        new SignalId("a".repeat(32)),
        new InstrumentId("X.SIM"),
        side,
        new Bracket(price(profit), price(stop), price(trailing)),
        Quantity.ZERO,
        Quantity.ZERO,
        null,
        null,
        0,
        null);
  }

  private static @Nullable Price price(@Nullable String text) {
    return text == null ? null : Price.of(text);
  }

  private static QuoteTick quote(String bid, String ask) {
    return new QuoteTick(
        new InstrumentId("X.SIM"),
        Price.of(bid),
        Price.of(ask),
        Quantity.ZERO,
        Quantity.ZERO,
        NOW,
        "simulated");
  }
}
