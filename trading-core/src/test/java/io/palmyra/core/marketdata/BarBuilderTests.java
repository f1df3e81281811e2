package io.palmyra.core.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarBuilderTests {
  private final List<BarClosed> bars = new ArrayList<>();
  private final BarBuilder builder = new BarBuilder(Ticks.EURUSD, bars::add);

  @Test
  void holdsTheMidsOfItsTicksExactly() {
    builder.on(Ticks.tick("1.08000", "1.08001", "2026-11-21T10:00:00.100Z"));
    builder.on(Ticks.tick("1.08010", "1.08012", "2026-11-21T10:00:00.500Z"));
    builder.on(Ticks.tick("1.07990", "1.07991", "2026-11-21T10:00:00.700Z"));
    builder.on(Ticks.tick("1.08003", "1.08004", "2026-11-21T10:00:00.999Z"));
    builder.on(Ticks.tick("1.09000", "1.09002", "2026-11-21T10:00:01Z"));

    assertThat(bars).hasSize(1);
    BarClosed bar = bars.getFirst();
    assertThat(bar.openTime()).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(bar.open()).isEqualTo(Price.of("1.080005"));
    assertThat(bar.high()).isEqualTo(Price.of("1.080110"));
    assertThat(bar.low()).isEqualTo(Price.of("1.079905"));
    assertThat(bar.close()).isEqualTo(Price.of("1.080035"));
    assertThat(bar.ticks()).isEqualTo(4);
  }

  @Test
  void closesEveryIntervalThatATickEndsShortestFirst() {
    builder.on(Ticks.tick("1.08", "1.08002", "2026-11-21T23:59:59.900Z"));
    builder.on(Ticks.tick("1.09", "1.09002", "2026-11-22T00:00:00Z"));

    assertThat(bars)
        .extracting(BarClosed::interval)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofDays(1));
  }

  @Test
  void closesByTheClockWhenNoTickComes() {
    builder.on(Ticks.tick("1.08", "1.08002", "2026-11-21T10:00:00.100Z"));
    builder.advanceTo(Instant.parse("2026-11-21T10:00:00.999Z"));
    assertThat(bars).isEmpty();
    builder.advanceTo(Instant.parse("2026-11-21T10:00:01Z"));
    assertThat(bars).hasSize(1);
    assertThat(builder.inProgress(BarInterval.SECOND)).isEmpty();
    assertThat(builder.inProgress(BarInterval.MINUTE)).isPresent();
  }

  @Test
  void countsALateTickAndLeavesTheClosedBarAlone() {
    builder.on(Ticks.tick("1.08", "1.08002", "2026-11-21T10:00:00.100Z"));
    builder.on(Ticks.tick("1.09", "1.09002", "2026-11-21T10:00:01.100Z"));
    builder.on(Ticks.tick("2.00", "2.00002", "2026-11-21T10:00:00.900Z"));
    builder.advanceTo(Instant.parse("2026-11-21T10:00:02Z"));

    assertThat(builder.late()).isEqualTo(1);
    assertThat(bars).extracting(BarClosed::ticks).containsExactly(1, 1);
    assertThat(builder.inProgress(BarInterval.MINUTE).orElseThrow().ticks())
        .as("not late for the minute, which is still open")
        .isEqualTo(3);
  }

  @Test
  void closesTheHourAtTheSessionsEndAndOpensAnewInTheNext() {
    var palmOil = new BarBuilder(Ticks.FCPO, bars::add);
    // Monday 12:29 and 14:30 in Kuala Lumpur: the session ends at 12:30, the next opens at 14:30.
    palmOil.on(Ticks.tick(Ticks.FCPO, "3900", "3901", Instant.parse("2026-11-23T04:29:00Z")));
    palmOil.advanceTo(Instant.parse("2026-11-23T04:29:59.999Z"));
    assertThat(bars).extracting(BarClosed::interval).doesNotContain(Duration.ofHours(1));
    palmOil.advanceTo(Instant.parse("2026-11-23T04:30:00Z"));
    assertThat(bars).extracting(BarClosed::interval).contains(Duration.ofHours(1));

    palmOil.on(Ticks.tick(Ticks.FCPO, "3950", "3951", Instant.parse("2026-11-23T05:00:00Z")));
    assertThat(palmOil.outOfSession()).isEqualTo(1);
    palmOil.on(Ticks.tick(Ticks.FCPO, "3910", "3911", Instant.parse("2026-11-23T06:30:00Z")));
    assertThat(palmOil.inProgress(BarInterval.HOUR).orElseThrow().openTime())
        .isEqualTo("2026-11-23T06:00:00Z");
    // The day's last session ends at 23:30; the day began at midnight in Kuala Lumpur.
    palmOil.advanceTo(Instant.parse("2026-11-23T15:30:00Z"));
    BarClosed day = bars.getLast();
    assertThat(day.interval()).isEqualTo(Duration.ofDays(1));
    assertThat(day.openTime()).isEqualTo("2026-11-22T16:00:00Z");
    assertThat(day.high()).isEqualTo(Price.of("3910.5"));
  }

  @Test
  void keepsTheDayOfAPairOpenWhileItsSessionRunsOn() {
    InstrumentDefined pair = Ticks.instrument("GBPUSD", false);
    var builder = new BarBuilder(pair, bars::add);
    // Tuesday 16:59:59.9 in New York: one session ends at 17:00 and the next opens at once.
    builder.on(Ticks.tick(pair, "1.27", "1.27002", Instant.parse("2026-11-24T21:59:59.900Z")));
    builder.advanceTo(Instant.parse("2026-11-24T22:00:00Z"));
    assertThat(bars).extracting(BarClosed::interval).doesNotContain(Duration.ofDays(1));
    builder.advanceTo(Instant.parse("2026-11-25T05:00:00Z"));
    assertThat(bars.getLast().interval()).isEqualTo(Duration.ofDays(1));
  }
}
