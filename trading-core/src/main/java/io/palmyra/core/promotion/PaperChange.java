package io.palmyra.core.promotion;

import java.time.Instant;
import java.util.Map;

/**
 * An instance on a simulated venue after a change of it.
 *
 * @param at when it was changed
 * @param activity what it did from then on
 * @param parameters complete, by name
 */
public record PaperChange(Instant at, Activity activity, Map<String, String> parameters) {
  public PaperChange {
    parameters = Map.copyOf(parameters);
  }

  /** What an instance does. */
  public enum Activity {
    RUNNING,
    PAUSED,
    FAILED
  }
}
