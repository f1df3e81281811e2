package io.palmyra.bench.suite;

import io.palmyra.local.Progress;
import java.time.Duration;
import java.util.Locale;

/** Says on the console what is being started. */
public final class ConsoleProgress implements Progress {
  @Override
  public void done(String step, String detail, Duration took) {
    System.out.printf(
        Locale.ROOT, "  %-20s %-28s %5.1f s%n", step, detail, took.toMillis() / 1000.0);
  }

  @Override
  public void note(String text) {
    System.out.println(text);
  }
}
