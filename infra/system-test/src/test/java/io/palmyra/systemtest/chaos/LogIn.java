package io.palmyra.systemtest.chaos;

import io.palmyra.local.suite.Suite;
import io.palmyra.systemtest.suite.Rest;
import io.palmyra.systemtest.suite.Suites;
import java.time.Duration;
import java.util.function.Supplier;

/** An admin's REST at the gateway, logged in again before a token can end. */
final class LogIn implements Supplier<Rest> {
  private static final long LIFE = Duration.ofMinutes(10).toNanos();

  private final Suite suite;
  private Rest rest;
  private long since;

  LogIn(Suite suite) {
    this.suite = suite;
    this.rest = Suites.admin(suite);
    this.since = System.nanoTime();
  }

  @Override
  public synchronized Rest get() {
    if (System.nanoTime() - since > LIFE) {
      rest = Suites.admin(suite);
      since = System.nanoTime();
    }
    return rest;
  }
}
