package io.palmyra.backtest;

import io.palmyra.backtest.engine.StrategyFailedException;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine;

/** What the programs of this module have in common. */
final class Programs {
  private static final int FAILED = 1;
  private static final int WRONG = 2;
  private static final int PERCENT = 100;
  private static final Duration TELL_AFTER = Duration.ofSeconds(1);

  private Programs() {}

  /**
   * Runs one with its arguments; what is wrong with them is told in one line, and ends with 2; a
   * strategy that failed with 1.
   */
  static int run(Callable<Integer> program, String... arguments) {
    return new CommandLine(program)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              if (failure instanceof LocalFailure told) {
                command.getErr().println(told.getMessage());
                return WRONG;
              }
              if (failure instanceof StrategyFailedException told) {
                command.getErr().println(told.getMessage());
                return FAILED;
              }
              throw failure;
            })
        .execute(arguments);
  }

  /** Tells on the error output how far it is, each tenth, once it takes longer than a second. */
  static IntConsumer progress(int steps) {
    MonotonicTime time = MonotonicTime.start();
    int tenth = Math.max(1, steps / 10);
    return step -> {
      if ((step + 1) % tenth == 0 && time.passed(TELL_AFTER)) {
        System.err.printf(Locale.ROOT, "  %3d %%%n", (step + 1L) * PERCENT / steps);
      }
    };
  }
}
