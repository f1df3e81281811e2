package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenSessionTests {
  private static final String PALM_OIL =
      "Mon-Fri 10:30-12:30,14:30-18:00; Mon-Thu 21:00-23:30 Asia/Kuala_Lumpur";

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T10:30:00+08:00",
        "2026-01-05T12:29:59.999+08:00",
        "2026-01-09T17:59:59+08:00",
        "2026-01-08T23:29:59+08:00"
      })
  void theFirstAndTheLastMomentAreOpen(String moment) throws IOException {
    assertThat(GivenSession.of(PALM_OIL, null).isOpen(at(moment))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T10:29:59.999+08:00",
        "2026-01-05T12:30:00+08:00",
        "2026-01-09T21:00:00+08:00",
        "2026-01-10T11:00:00+08:00"
      })
  void theMomentBeforeAndTheOneOfTheCloseAreNot(String moment) throws IOException {
    assertThat(GivenSession.of(PALM_OIL, null).isOpen(at(moment))).isFalse();
  }

  private static Instant at(String text) {
    return java.time.OffsetDateTime.parse(text).toInstant();
  }

  @Test
  void aSessionMayEndOnTheNextDay() throws IOException {
    SessionCalendar calendar = GivenSession.of("Sun-Thu 17:00-17:00 America/New_York", null);
    assertThat(calendar.isOpen(at("2026-01-04T17:00:00-05:00"))).isTrue();
    assertThat(calendar.isOpen(at("2026-01-09T16:59:59-05:00"))).isTrue();
    assertThat(calendar.isOpen(at("2026-01-09T17:00:00-05:00"))).isFalse();
  }

  @Test
  void holidaysAreDaysOrAFileOfThem() throws IOException {
    var days = java.util.Set.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-25"));
    assertThat(GivenSession.of(PALM_OIL, "2026-01-01, 2026-12-25").holidays()).isEqualTo(days);
    Path file = Files.writeString(dir.resolve("days.txt"), "2026-01-01\n\n2026-12-25\n");
    assertThat(GivenSession.of(PALM_OIL, file.toString()).holidays()).isEqualTo(days);
    Files.writeString(file, "2026-01-01\n2026-02-30\n");
    assertThatThrownBy(() -> GivenSession.of(PALM_OIL, file.toString()))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("days.txt line 2: 2026-02-30'; allowed: days");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "UTC",
        "Mon 10:30-12:30",
        "Mon 10:30-12:30 Nowhere/City",
        "Mun 10:30-12:30 UTC",
        "Mon 10:30 UTC",
        "Mon 10:30-25:00 UTC",
        "Mon-Wed-Fri 10:30-12:30 UTC",
        "Mon 10:30-12:30; UTC"
      })
  void aTextThatIsNoSessionIsRefused(String text) {
    assertThatThrownBy(() -> GivenSession.of(text, null))
        .isInstanceOf(LocalFailure.class)
        .hasMessageStartingWith("--session is '" + text + "'; allowed: such as ");
  }
}
