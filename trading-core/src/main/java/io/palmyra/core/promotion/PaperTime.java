package io.palmyra.core.promotion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How long an instance ran on paper, from the history of its changes. */
public final class PaperTime {
  private PaperTime() {}

  /**
   * Time in total that it ran with these parameters, since it last failed or had others. Pauses do
   * not count, and take nothing away.
   *
   * @param history all changes of one instance, oldest first
   * @param now end of what is counted, not before the last change
   */
  public static Duration of(
      List<PaperChange> history, Map<String, String> parameters, Instant now) {
    Duration total = Duration.ZERO;
    for (int i = 0; i < history.size(); i++) {
      PaperChange change = history.get(i);
      Instant until = i + 1 < history.size() ? history.get(i + 1).at() : now;
      if (until.isBefore(change.at())) {
        throw new IllegalArgumentException(
            "at is " + change.at() + ", must not be after " + until + ", which follows it");
      }
      if (!change.parameters().equals(parameters)) {
        total = Duration.ZERO;
        continue;
      }
      total =
          switch (change.activity()) {
            case RUNNING -> total.plus(Duration.between(change.at(), until));
            case PAUSED -> total;
            case FAILED -> Duration.ZERO;
          };
    }
    return total;
  }
}
