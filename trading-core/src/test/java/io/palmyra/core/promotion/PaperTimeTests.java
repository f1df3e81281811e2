package io.palmyra.core.promotion;

import static io.palmyra.core.promotion.PaperChange.Activity.FAILED;
import static io.palmyra.core.promotion.PaperChange.Activity.PAUSED;
import static io.palmyra.core.promotion.PaperChange.Activity.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperTimeTests {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<String, String> FAST = Map.of("fast", "5");
  private static final Map<String, String> SLOW = Map.of("fast", "9");

  @Test
  void addsUpWhatRanAndLeavesPausesOut() {
    assertThat(days(12, on(0, RUNNING, FAST), on(3, PAUSED, FAST), on(10, RUNNING, FAST)))
        .isEqualTo(Duration.ofDays(5));
  }

  @Test
  void beginsAnewAfterAFailure() {
    assertThat(days(12, on(0, RUNNING, FAST), on(8, FAILED, FAST), on(9, RUNNING, FAST)))
        .isEqualTo(Duration.ofDays(3));
  }

  @Test
  void countsNothingOfAnInstanceThatIsFailed() {
    assertThat(days(12, on(0, RUNNING, FAST), on(8, FAILED, FAST))).isZero();
  }

  @Test
  void beginsAnewAfterOtherParametersEvenWhenTheyAreSetBack() {
    assertThat(days(12, on(0, RUNNING, FAST), on(8, RUNNING, SLOW), on(10, RUNNING, FAST)))
        .isEqualTo(Duration.ofDays(2));
  }

  @Test
  void countsNothingWithoutAHistory() {
    assertThat(days(12)).isZero();
  }

  @Test
  void refusesAHistoryOutOfOrder() {
    assertThatThrownBy(() -> days(12, on(3, RUNNING, FAST), on(0, PAUSED, FAST)))
        .hasMessageContaining("must not be after");
  }

  private static Duration days(int now, PaperChange... history) {
    return PaperTime.of(List.of(history), FAST, START.plus(Duration.ofDays(now)));
  }

  private static PaperChange on(
      int day, PaperChange.Activity activity, Map<String, String> parameters) {
    return new PaperChange(START.plus(Duration.ofDays(day)), activity, parameters);
  }
}
