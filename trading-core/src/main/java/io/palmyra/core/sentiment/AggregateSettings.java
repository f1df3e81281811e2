package io.palmyra.core.sentiment;

import java.time.Duration;

/**
 * How headlines become a score.
 *
 * @param halfLife age after which a headline counts half
 * @param oldest age after which it counts no more
 * @param validity how long after its newest headline was known a score is valid
 * @param most headlines that are kept of an instrument, the newest
 */
public record AggregateSettings(Duration halfLife, Duration oldest, Duration validity, int most) {
  public AggregateSettings {
    if (!halfLife.isPositive() || !oldest.isPositive() || !validity.isPositive() || most < 1) {
      throw new IllegalArgumentException(
          "halfLife, oldest and validity must be above zero, most 1 or more");
    }
  }
}
