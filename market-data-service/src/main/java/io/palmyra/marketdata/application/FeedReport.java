package io.palmyra.marketdata.application;

import io.palmyra.core.marketdata.QuarantineReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a feed at a moment.
 *
 * @param provider its name
 * @param state where it stands
 * @param detail why, where that is not plain; else empty
 * @param marketTime the time it has reached, null before the first tick
 * @param counts what has passed since the start of the service
 * @param quarantined ticks kept out, by reason
 * @param rejectedRows the first rows that gave no tick, at most 1000
 */
public record FeedReport(
    String provider,
    FeedState state,
    String detail,
    @Nullable Instant marketTime,
    Counts counts,
    Map<QuarantineReason, Long> quarantined,
    List<RejectedRow> rejectedRows) {

  /**
   * What has passed.
   *
   * @param ticks good ones
   * @param lateTicks good ones that came too late for a bar
   * @param barsClosed of all intervals, history not counted
   * @param barsNotStored closed bars that the database did not take
   * @param rowsRejected rows that gave no tick, all of them
   * @param publishFailures records of which it is not known that they were written
   */
  public record Counts(
      long ticks,
      long lateTicks,
      long barsClosed,
      long barsNotStored,
      long rowsRejected,
      long publishFailures) {}
}
