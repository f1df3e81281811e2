package io.palmyra.systemtest.suite;

import io.palmyra.local.Progress;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.suite.InitialHalt;
import io.palmyra.local.suite.ReplayStart;
import io.palmyra.local.suite.Suite;
import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.local.suite.SuitePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Starts the whole suite for a test: from the jars that were built, under a directory of its own.
 */
public final class Suites {
  public static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private Suites() {}

  /** Started, trading, and adjusted as a test wants it. */
  public static Suite start(UnaryOperator<SuiteOptions> adjust) throws IOException {
    return start(Files.createTempDirectory("palmyra-system-test"), adjust);
  }

  /** The same with its state in a directory of the test's own. */
  public static Suite start(Path data, UnaryOperator<SuiteOptions> adjust) throws IOException {
    SuiteOptions options =
        adjust.apply(SuiteOptions.of(new SuiteHome(ROOT, data), SuitePorts.random()));
    Suite suite = Suite.start(options, new Steps());
    SuiteApi api =
        SuiteApi.withLocalKey(suite.options().ports().url("gateway"), options.home().token());
    new InitialHalt(api).lift();
    options.replay().ifPresent(replay -> new ReplayStart(api).begin(replay));
    return suite;
  }

  /** An admin's REST at the gateway. */
  public static Rest admin(Suite suite) {
    return new Rest(suite.options().ports().url("gateway"))
        .logIn("admin", suite.firstAdminPassword());
  }

  private static final class Steps implements Progress {
    @Override
    public void done(String step, String detail, Duration took) {
      System.out.printf(
          Locale.ROOT, "%-20s %-30s %5.1f s%n", step, detail, took.toMillis() / 1000.0);
    }

    @Override
    public void note(String text) {
      System.out.println(text);
    }
  }
}
