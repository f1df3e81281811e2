package io.palmyra.execution.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From when the age of an order counts. */
class ClocksTests {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final long NOW = Duration.ofHours(3).toNanos();

  private Instant wall = NOON;
  private final Clocks clocks = new Clocks(() -> wall, () -> NOW);

  @Test
  void countsFromTheApprovalHoweverLongItLay() {
    assertThat(age(NOON.minusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    assertThat(age(NOON.minus(Duration.ofDays(2)))).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void countsFromTheReceiptWhereTheApproverIsAheadOrDoesNotTell() {
    assertThat(age(NOON)).isZero();
    assertThat(age(NOON.plusSeconds(90))).isZero();
    assertThat(age(null)).isZero();
  }

  @Test
  void aWallClockThatWasTurnedBackSinceTheReceiptMakesItTooOld() {
    wall = NOON.minusSeconds(60);
    assertThat(age(NOON.plusSeconds(1))).isGreaterThan(Duration.ofDays(300));
  }

  private Duration age(@Nullable Instant approvedAt) {
    return Duration.ofNanos(NOW - clocks.agedFrom(approvedAt, NOON));
  }
}
