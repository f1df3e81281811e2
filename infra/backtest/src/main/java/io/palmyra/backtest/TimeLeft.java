package io.palmyra.backtest;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells how far something is and how long the rest takes, each tenth and every ten seconds, once it
 * takes longer than a second. Steps before the first that it hears of were done before, and say
 * nothing of the time. Used by one thread.
 */
final class TimeLeft {
  private static final int PERCENT = 100;
  private static final int PARTS = 10;
  private static final Duration TELL_AFTER = Duration.ofSeconds(1);
  private static final Duration TELL_EACH = Duration.ofSeconds(10);
  private static final Duration AT_MOST_EACH = Duration.ofMillis(100);
  private static final Duration ALMOST_A_SECOND = Duration.ofMillis(999);

  private final int steps;
  private final Supplier<Duration> elapsed;
  private final Consumer<String> tell;
  private Duration told = Duration.ZERO;
  private int first = -1;

  /**
   * @param steps of the whole, 1 or more
   * @param elapsed time since its begin
   */
  TimeLeft(int steps, Supplier<Duration> elapsed, Consumer<String> tell) {
    this.steps = steps;
    this.elapsed = elapsed;
    this.tell = tell;
  }

  /** A step is done, from 0. */
  void done(int step) {
    first = first < 0 ? step : first;
    Duration now = elapsed.get();
    Duration since = now.minus(told);
    boolean isDue = (step + 1) % Math.max(1, steps / PARTS) == 0 || since.compareTo(TELL_EACH) >= 0;
    if (isDue && now.compareTo(TELL_AFTER) >= 0 && since.compareTo(AT_MOST_EACH) >= 0) {
      told = now;
      long left = now.toMillis() * (steps - step - 1) / (step + 1 - first);
      long percent = (step + 1L) * PERCENT / steps;
      tell.accept(
          String.format(Locale.ROOT, "  %3d %%, %s left", percent, text(Duration.ofMillis(left))));
    }
  }

  private static String text(Duration left) {
    Duration time = left.plus(ALMOST_A_SECOND);
    if (time.toHours() > 0) {
      return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }
}
