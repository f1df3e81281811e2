package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLeftTests {
  private final List<String> told = new ArrayList<>();
  private Duration now = Duration.ZERO;

  private void run(int steps, int from, Duration each) {
    var left = new TimeLeft(steps, () -> now, told::add);
    for (int step = from; step < steps; step++) {
      now = now.plus(each);
      left.done(step);
    }
  }

  @Test
  void whatTakesLessThanASecondIsNotTold() {
    run(1000, 0, Duration.ofNanos(900_000));
    assertThat(told).isEmpty();
  }

  @Test
  void eachTenthIsToldWithTheTimeLeft() {
    run(100, 0, Duration.ofMillis(500));
    assertThat(told)
        .startsWith("   10 %, 45 s left", "   20 %, 40 s left")
        .endsWith("  100 %, 0 s left")
        .hasSize(10);
  }

  @Test
  void whatWasDoneBeforeSaysNothingOfTheTime() {
    run(100, 50, Duration.ofSeconds(1));
    assertThat(told).startsWith("   60 %, 40 s left");
  }

  @Test
  void longOnesAreToldOfEveryTenSeconds() {
    run(1000, 0, Duration.ofSeconds(9));
    assertThat(told).hasSizeBetween(490, 600);
    assertThat(told).startsWith("    0 %, 2 h 29 min left").contains("   99 %, 54 s left");
    assertThat(told).contains("   90 %, 15 min 00 s left");
  }
}
