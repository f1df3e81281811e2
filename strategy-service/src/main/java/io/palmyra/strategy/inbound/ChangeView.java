package io.palmyra.strategy.inbound;

import io.palmyra.strategy.application.InstanceChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as people are shown it.
 *
 * @param at when
 * @param by who
 * @param action made, tuned, paused, resumed, failed
 * @param before what held before, as JSON text
 * @param after what holds now, as JSON text
 */
record ChangeView(Instant at, String by, String action, @Nullable String before, String after) {
  static ChangeView of(InstanceChange change) {
    return new ChangeView(
        change.at(), change.actor(), change.action(), change.before(), change.after());
  }
}
