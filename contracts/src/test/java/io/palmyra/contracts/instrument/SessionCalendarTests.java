package io.palmyra.contracts.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionCalendarTests {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId KUALA_LUMPUR = ZoneId.of("Asia/Kuala_Lumpur");

  /** FX: five days of 24 hours, each from 17:00 New York; Sunday evening to Friday evening. */
  private static final SessionCalendar FX =
      new SessionCalendar(
          NEW_YORK,
          Arrays.stream(DayOfWeek.values())
              .filter(day -> day != DayOfWeek.FRIDAY && day != DayOfWeek.SATURDAY)
              .map(day -> new TradingSession(day, LocalTime.of(17, 0), Duration.ofHours(24)))
              .toList(),
          Set.of());

  private static final SessionCalendar PALM_OIL =
      new SessionCalendar(
          KUALA_LUMPUR,
          List.of(
              new TradingSession(DayOfWeek.MONDAY, LocalTime.of(10, 30), Duration.ofHours(2)),
              new TradingSession(DayOfWeek.MONDAY, LocalTime.of(21, 0), Duration.ofHours(4))),
          Set.of(LocalDate.of(2026, 3, 9)));

  @Test
  void opensAtItsFirstMomentAndClosesBeforeItsLast() {
    assertThat(PALM_OIL.isOpen(at("2026-03-02T02:29:59.999999999Z"))).isFalse();
    assertThat(PALM_OIL.isOpen(at("2026-03-02T02:30:00Z"))).isTrue();
    assertThat(PALM_OIL.isOpen(at("2026-03-02T04:29:59.999999999Z"))).isTrue();
    assertThat(PALM_OIL.isOpen(at("2026-03-02T04:30:00Z"))).isFalse();
  }

  @Test
  void goesOnPastMidnight() {
    assertThat(PALM_OIL.isOpen(at("2026-03-02T15:59:00Z"))).isTrue();
    assertThat(PALM_OIL.isOpen(at("2026-03-02T16:59:00Z"))).isTrue();
    assertThat(PALM_OIL.isOpen(at("2026-03-02T17:00:00Z"))).isFalse();
  }

  @Test
  void opensNoSessionOnAHoliday() {
    assertThat(PALM_OIL.isOpen(at("2026-03-09T03:00:00Z"))).isFalse();
    assertThat(PALM_OIL.isOpen(at("2026-03-09T16:30:00Z"))).isFalse();
    assertThat(PALM_OIL.isOpen(at("2026-03-16T03:00:00Z"))).isTrue();
  }

  @Test
  void followsTheZoneIntoDaylightSaving() {
    // New York is at UTC-5 before 8 March 2026 and at UTC-4 from then on.
    assertThat(FX.isOpen(at("2026-03-01T21:59:59Z"))).isFalse();
    assertThat(FX.isOpen(at("2026-03-01T22:00:00Z"))).isTrue();
    assertThat(FX.isOpen(at("2026-03-08T20:59:59Z"))).isFalse();
    assertThat(FX.isOpen(at("2026-03-08T21:00:00Z"))).isTrue();
  }

  @Test
  void followsTheZoneOutOfDaylightSaving() {
    assertThat(FX.isOpen(at("2026-10-25T21:00:00Z"))).isTrue();
    assertThat(FX.isOpen(at("2026-11-01T21:30:00Z"))).isFalse();
    assertThat(FX.isOpen(at("2026-11-01T22:00:00Z"))).isTrue();
  }

  @Test
  void isShutOverTheWeekendAndNeverInTheWeek() {
    Instant friday = at("2026-06-05T21:00:00Z");
    Instant sunday = at("2026-06-07T21:00:00Z");
    for (Instant t = sunday.minus(Duration.ofDays(5));
        t.isBefore(sunday.plus(Duration.ofDays(5)));
        t = t.plus(Duration.ofMinutes(7))) {
      assertThat(FX.isOpen(t)).as("%s", t).isEqualTo(t.isBefore(friday) || !t.isBefore(sunday));
    }
  }

  @Test
  void withoutSessionsItAlwaysTrades() {
    assertThat(SessionCalendar.always().isOpen(at("2026-12-25T00:00:00Z"))).isTrue();
  }

  @Test
  void refusesSessionsThatAreNone() {
    assertThatThrownBy(() -> new TradingSession(DayOfWeek.MONDAY, LocalTime.NOON, Duration.ZERO))
        .hasMessageContaining("PT0S");
    assertThatThrownBy(
            () -> new TradingSession(DayOfWeek.MONDAY, LocalTime.NOON, Duration.ofHours(25)))
        .hasMessageContaining("PT25H");
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
