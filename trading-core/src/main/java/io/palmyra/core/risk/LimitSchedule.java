package io.palmyra.core.risk;

import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.value.Quantity;

/**
 * A time in the week in which an account's limits in quantity and value are smaller.
 *
 * @param window when it holds, by market time; must have sessions
 * @param share of the limits that holds then, above 0, at most 1
 */
public record LimitSchedule(SessionCalendar window, Quantity share) {
  public LimitSchedule {
    if (window.sessions().isEmpty()) {
      throw new IllegalArgumentException("a schedule needs a time of the week");
    }
    if (share.signum() <= 0 || share.compareTo(Quantity.ONE) > 0) {
      throw new IllegalArgumentException("share " + share + " is not above 0 and at most 1");
    }
  }
}
