package io.palmyra.sentiment.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTests {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void readsSecondsAndDates() {
    assertThat(RetryAfter.read("120", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.read(" 7 ", NOW)).isEqualTo(Duration.ofSeconds(7));
    assertThat(RetryAfter.read("Mon, 05 Jan 2026 12:01:00 GMT", NOW))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void takesAnythingElseAsNotAsked() {
    assertThat(RetryAfter.read(null, NOW)).isNull();
    assertThat(RetryAfter.read("soon", NOW)).isNull();
    assertThat(RetryAfter.read("-5", NOW)).isNull();
    assertThat(RetryAfter.read("0", NOW)).isNull();
    assertThat(RetryAfter.read("99999999999999999999", NOW)).isNull();
    assertThat(RetryAfter.read("Mon, 05 Jan 2026 11:00:00 GMT", NOW)).isNull();
  }
}
