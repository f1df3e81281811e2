package io.palmyra.core.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenTripTests {
  private @Nullable OpenTrip open;

  @Test
  void aTripBringsWhatItsSalesTookInLessWhatItsPurchasesCostAndFees() {
    assertThat(fill(Side.BUY, "2", "200", "1")).isNull();
    assertThat(fill(Side.BUY, "1", "110", "1")).isNull();
    assertThat(fill(Side.SELL, "2", "230", "1")).isNull();
    assertThat(fill(Side.SELL, "1", "90", "1")).isEqualTo(usd("6"));
    assertThat(open).isNull();
  }

  @Test
  void oneFillThatTurnsAPositionOverEndsATripAndBeginsAnother() {
    fill(Side.BUY, "1", "100", "0");
    assertThat(fill(Side.SELL, "4", "480", "4")).isEqualTo(usd("19"));
    assertThat(open).isEqualTo(new OpenTrip(Quantity.of("-3"), usd("357")));
    assertThat(fill(Side.BUY, "3", "300", "0")).isEqualTo(usd("57"));
  }

  @Test
  void aTripOfWhichOneFillCouldNotBeValuedCountsForNothing() {
    fill(Side.BUY, "1", null, "0");
    assertThat(fill(Side.SELL, "1", "100", "0")).isNull();
    assertThat(open).isNull();
  }

  @Test
  void kellyIsTheChanceTimesWhatIsLeftOfAWin() {
    var record = TripRecord.of(List.of(usd("200"), usd("200"), usd("0"), usd("-100"), usd("-100")));
    assertThat(record.trips()).isEqualTo(4);
    // p = 0.5, b = 2: 0.5 − 0.5 / 2 = 0.25.
    assertThat(record.kelly()).isEqualByComparingTo(Quantity.of("0.25"));
    assertThat(TripRecord.of(List.of(usd("-1"))).kelly().signum()).isZero();
    assertThat(TripRecord.of(List.of(usd("1"), usd("-2"))).kelly().signum()).isNegative();
  }

  @Test
  void theAverageTrueRangeIsOfTheLastBarsAlone() {
    var bars = new RecentBars();
    assertThat(bars.atr(2)).isNull();
    for (int i = 0; i < 100; i++) {
      // Wild ones first; the last five have ranges of 2, 2, 4 and 4 after the first of them.
      bars.add(bar(i, i < 95 ? "50" : i < 98 ? "101" : "102", "100", "100"));
    }
    // Wilder's: (2 + 2) / 2 = 2 (highs of 101 from closes of 100 reach down to 99), then 3, 3.5.
    assertThat(bars.atr(2)).isEqualByComparingTo(Price.of("3.5"));
    bars.add(bar(99, "500", "100", "100"));
    assertThat(bars.atr(2))
        .as("an older bar changes nothing")
        .isEqualByComparingTo(Price.of("3.5"));
  }

  private static BarClosed bar(int number, String reach, String open, String close) {
    Price far = Price.of(reach);
    Price middle = Price.of(close);
    Price span = far.minus(middle).abs();
    return new BarClosed(
        new InstrumentId("X.SIM"),
        Duration.ofMinutes(1),
        Instant.parse("2026-01-05T10:00:00Z").plusSeconds(60L * number),
        Price.of(open),
        middle.plus(span),
        middle.minus(span),
        middle,
        Quantity.ZERO,
        1);
  }

  private @Nullable Money fill(Side side, String quantity, @Nullable String value, String fee) {
    OpenTrip.After after =
        OpenTrip.filled(
            open, side, Quantity.of(quantity), value == null ? null : usd(value), usd(fee));
    open = after.open();
    return after.result();
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
