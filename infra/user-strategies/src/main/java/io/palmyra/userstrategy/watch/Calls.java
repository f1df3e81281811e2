package io.palmyra.userstrategy.watch;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Watched calls of one type of strategy.
 *
 * @param type its id
 * @param budget longest that a call may take
 */
record Calls(String type, Duration budget, Watchdog watchdog) {
  <T> T call(String method, Callable<T> call) {
    return watchdog.call(type + "." + method, budget, call);
  }
}
