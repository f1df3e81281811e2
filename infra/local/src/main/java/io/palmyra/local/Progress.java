package io.palmyra.local;

import java.time.Duration;

/** Hears of each step that takes time. Called from several threads. */
public interface Progress {
  /** A step is done. */
  void done(String step, String detail, Duration took);

  /** Something a person should know. */
  void note(String text);

  /** Hears and says nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void done(String step, String detail, Duration took) {}

      @Override
      public void note(String text) {}
    };
  }
}
