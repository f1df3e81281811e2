package io.palmyra.local.cli;

import io.palmyra.local.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line a step. */
final class ConsoleProgress implements Progress {
  private final PrintWriter out;

  ConsoleProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void done(String step, String detail, Duration took) {
    double seconds = took.toMillis() / 1000.0;
    out.println(String.format(Locale.ROOT, "  %-20s %-24s %6.1f s", step, detail, seconds));
    out.flush();
  }

  @Override
  public synchronized void note(String text) {
    out.println(text);
    out.flush();
  }
}
