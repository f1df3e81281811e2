package io.palmyra.platform.stream;

import java.time.Duration;

/** Where a reader without stored position begins. */
public sealed interface Start {
  /** At the end: only what comes from now on. */
  Start LATEST = new Latest();

  /** At the beginning: all that is kept. */
  Start EARLIEST = new Earliest();

  /** At the first record that was written at most this long ago. */
  static Start ago(Duration span) {
    return new Ago(span);
  }

  /** At the end. */
  record Latest() implements Start {}

  /** At the beginning. */
  record Earliest() implements Start {}

  /**
   * Some time back.
   *
   * @param span above zero
   */
  record Ago(Duration span) implements Start {}
}
