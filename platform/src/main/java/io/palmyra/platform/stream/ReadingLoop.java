package io.palmyra.platform.stream;

import java.util.Optional;

/** A loop that must not die unseen: each is a bean, and health goes DOWN when one is not alive. */
public interface ReadingLoop {
  /** Its name in health, metrics and logs. */
  String name();

  /** Whether its thread runs, or it was never meant to yet. */
  boolean alive();

  /** What stopped a part of it or all, empty while all is well. */
  Optional<String> failure();
}
