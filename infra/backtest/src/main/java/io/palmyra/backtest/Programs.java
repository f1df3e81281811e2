package io.palmyra.backtest;

import io.palmyra.backtest.engine.StrategyFailedException;
import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntConsumer;
import picocli.CommandLine;

/** What the programs of this module have in common. */
final class Programs {
  private static final int FAILED = 1;
  private static final int WRONG = 2;

  private Programs() {}

  /**
   * Runs one with its arguments; what is wrong with them is told in one line, and ends with 2; a
   * file that cannot be read or written, and a strategy that failed, end with 1.
   */
  static int run(Callable<Integer> program, String... arguments) {
    return new CommandLine(program)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              if (failure instanceof LocalFailure told) {
                command.getErr().println(told.getMessage());
                return told.exitCode() == ExitCode.REFUSED ? WRONG : told.exitCode().code();
              }
              if (failure instanceof FileSystemException told) {
                command.getErr().println("Cannot read or write: " + told.getMessage());
                return FAILED;
              }
              if (failure instanceof StrategyFailedException told) {
                command.getErr().println(told.getMessage());
                return FAILED;
              }
              throw failure;
            })
        .execute(arguments);
  }

  /** Tells on the error output how far it is and how long the rest takes. */
  static IntConsumer progress(int steps) {
    MonotonicTime time = MonotonicTime.start();
    return new TimeLeft(steps, time::elapsed, System.err::println)::done;
  }

  /** What an option says; a text that is none ends the program with what is allowed. */
  static <T> T read(String option, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(option, text, String.valueOf(e.getMessage()));
    }
  }

  /** A failure that names an option, what it says, and what is allowed. */
  static LocalFailure wrong(String option, Object value, Object allowed) {
    return LocalFailure.refused(option + " is '" + value + "'; allowed: " + allowed);
  }
}
