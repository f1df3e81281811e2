package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.suite.FirstAdmin;
import io.palmyra.local.suite.InitialHalt;
import io.palmyra.local.suite.ReplayStart;
import io.palmyra.local.suite.Suite;
import io.palmyra.local.suite.SuiteHome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What a person is told when all is green. */
final class Announcement {
  /** The line that a detached run waits for. */
  static final String UP = "Palmyra is up";

  private Announcement() {}

  static void print(Suite suite, Duration took, PrintWriter out) {
    if (suite.options().liftInitialHalt()) {
      lift(suite, out);
    }
    out.println();
    out.println(String.format(Locale.ROOT, "%s after %.1f s.", UP, took.toMillis() / 1000.0));
    out.println("  Page      " + suite.options().ports().url("gateway"));
    out.println("  User      admin");
    if (!Detached.isChild()) {
      printPassword(suite.options().home(), out);
    }
    out.flush();
  }

  static void printPassword(SuiteHome home, PrintWriter out) {
    new FirstAdmin(home)
        .takePassword()
        .ifPresent(password -> out.println("  Password  " + password + "   (shown this once)"));
  }

  private static void lift(Suite suite, PrintWriter out) {
    try {
      SuiteApi api =
          SuiteApi.withLocalKey(
              suite.options().ports().url("gateway"), suite.options().home().token());
      if (new InitialHalt(api).lift()) {
        out.println("  Paper trading is on: the halt all/initial is lifted.");
      }
      suite
          .options()
          .replay()
          .ifPresent(
              replay -> {
                new ReplayStart(api)
                    .begin(replay)
                    .forEach(id -> out.println("  Strategy " + id + " was added to trade it."));
                out.println("  The replay has begun.");
              });
    } catch (LocalFailure e) {
      out.println("  Paper trading is not on yet; lift the halt all/initial by hand. " + e.text());
    }
  }
}
