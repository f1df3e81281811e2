package io.palmyra.backtest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketClockTests {
  private static final Instant DAY = Instant.parse("2014-05-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  /** Three bars of a minute, recorded so many milliseconds after each other. */
  private static MarketClock clock(Instant market, Instant wall, long millis) {
    List<Kept> bars =
        IntStream.range(0, 3)
            .mapToObj(i -> bar(i, market.plus(Duration.ofMinutes(i)), wall.plusMillis(i * millis)))
            .toList();
    return new MarketClock(bars);
  }

  private static Kept bar(long number, Instant open, Instant recorded) {
    Price one = Price.of("1.1");
    var body =
        new BarClosed(
            new InstrumentId("EURUSD.SIM"),
            Duration.ofMinutes(1),
            open,
            one,
            one,
            one,
            one,
            Quantity.ZERO,
            1);
    return new Kept(
        new Lane(Topic.BARS, 3), number, new Envelope<>("b", open, recorded, null, null, body));
  }

  @Test
  void isWallTimeWhereBarsAreRecordedAsTheyClose() {
    MarketClock clock = clock(NOW, NOW.plusSeconds(60).plusMillis(20), 60_000);

    assertThat(clock.isWall()).isTrue();
    assertThat(clock.at(NOW.plusSeconds(77))).isEqualTo(NOW.plusSeconds(77));
  }

  @Test
  void isInProportionBetweenTheBarsOfAReplay() {
    MarketClock clock = clock(DAY, NOW, 40);

    assertThat(clock.isWall()).isFalse();
    assertThat(clock.at(NOW.plusMillis(10))).isEqualTo(DAY.plusSeconds(75));
    assertThat(clock.at(NOW.plusMillis(60))).isEqualTo(DAY.plusSeconds(150));
    assertThat(clock.at(NOW.minusSeconds(1))).isEqualTo(DAY.plusSeconds(60));
    assertThat(clock.at(NOW.plusSeconds(9))).isEqualTo(DAY.plusSeconds(180));
  }
}
