package io.palmyra.sentiment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.Seeded;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTests {
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(15));

  @Test
  void doublesUpToTheMaximum() {
    assertThat(BACK_OFF.after(1, null, 1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(BACK_OFF.after(2, null, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(BACK_OFF.after(3, null, 1)).isEqualTo(Duration.ofSeconds(20));
    assertThat(BACK_OFF.after(100, null, 1)).isEqualTo(Duration.ofMinutes(15));
    assertThat(BACK_OFF.after(Integer.MAX_VALUE, null, 1)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void leavesHalfToChance() {
    assertThat(BACK_OFF.after(2, null, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(BACK_OFF.after(2, null, 0.5)).isEqualTo(Duration.ofMillis(7500));
  }

  @Test
  void comesNoSoonerThanAskedAndWaitsNoLongerThanADay() {
    Seeded.run(
        1000,
        random -> {
          int failures = random.nextInt(1, 40);
          Duration asked = Duration.ofSeconds(random.nextLong(1, 86_400));
          Duration wait = BACK_OFF.after(failures, asked, random.nextDouble());
          assertThat(wait).isGreaterThanOrEqualTo(asked);
          assertThat(wait).isLessThanOrEqualTo(Duration.ofDays(1).plusSeconds(3));
        });
    assertThat(BACK_OFF.after(1, Duration.ofDays(400), 0)).isEqualTo(Duration.ofDays(1));
  }
}
