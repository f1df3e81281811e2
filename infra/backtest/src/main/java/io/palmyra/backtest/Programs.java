package io.palmyra.backtest;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine;

/** What the programs of this module have in common. */
final class Programs {
  private static final int WRONG = 2;
  private static final int PERCENT = 100;
  private static final Duration TELL_AFTER = Duration.ofSeconds(1);
  private static final Duration TELL_EACH = Duration.ofSeconds(10);
  private static final Duration AT_MOST_EACH = Duration.ofMillis(100);

  private Programs() {}

  /** Runs one with its arguments; what is wrong with them is told in one line, and ends with 2. */
  static int run(Callable<Integer> program, String... arguments) {
    return new CommandLine(program)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              if (failure instanceof LocalFailure told) {
                command.getErr().println(told.getMessage());
                return WRONG;
              }
              throw failure;
            })
        .execute(arguments);
  }

  /**
   * Tells on the error output how far it is and how long the rest takes, each tenth and every ten
   * seconds, once it takes longer than a second. Steps before the first that is told of were done
   * before, and say nothing of the time.
   */
  static IntConsumer progress(int steps) {
    return new Told(steps)::done;
  }

  private static final class Told {
    private final MonotonicTime time = MonotonicTime.start();
    private final int steps;
    private final int tenth;
    private Duration told = Duration.ZERO;
    private int first = -1;

    Told(int steps) {
      this.steps = steps;
      this.tenth = Math.max(1, steps / 10);
    }

    void done(int step) {
      first = first < 0 ? step : first;
      Duration now = time.elapsed();
      boolean isDue = (step + 1) % tenth == 0 || now.minus(told).compareTo(TELL_EACH) >= 0;
      if (isDue && now.compareTo(TELL_AFTER) >= 0 && now.minus(told).compareTo(AT_MOST_EACH) >= 0) {
        told = now;
        long left = now.toMillis() * (steps - step - 1) / (step + 1 - first);
        long percent = (step + 1L) * PERCENT / steps;
        System.err.printf(Locale.ROOT, "  %3d %%, %s left%n", percent, timeText(left));
      }
    }

    private static String timeText(long millis) {
      Duration time = Duration.ofMillis(millis).plusMillis(999);
      return time.toHours() > 0
          ? "%d h %02d min".formatted(time.toHours(), time.toMinutesPart())
          : time.toMinutes() > 0
              ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
              : time.toSeconds() + " s";
    }
  }
}
