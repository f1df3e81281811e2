package io.palmyra.backtest;

import io.palmyra.local.LocalFailure;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine;

/** What the programs of this module have in common. */
final class Programs {
  private static final int WRONG = 2;
  private static final int PERCENT = 100;

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

  /** Tells on the error output how far it is, each tenth, where there are many bars. */
  static IntConsumer progress(int bars) {
    int step = bars / 10;
    return bar -> {
      if (bars > 200_000 && (bar + 1) % step == 0) {
        System.err.printf(Locale.ROOT, "  %3d %% of %d bars%n", (bar + 1L) * PERCENT / bars, bars);
      }
    };
  }
}
