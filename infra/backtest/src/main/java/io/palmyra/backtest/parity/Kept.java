package io.palmyra.backtest.parity;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import java.time.Instant;

/**
 * A record as a topic keeps it.
 *
 * @param lane where it stands
 * @param offset place in the lane, 0 or more
 * @param envelope what it says
 */
public record Kept(Lane lane, long offset, Envelope<? extends Message> envelope) {
  Topic topic() {
    return lane.topic();
  }

  /** When it was recorded, in wall time. */
  Instant at() {
    return envelope.recordedAt();
  }

  Message body() {
    return envelope.body();
  }

  /** As ids of signals name it. */
  String place() {
    return lane + "@" + offset;
  }

  /** A place holds one record. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Kept that && offset == that.offset && lane.equals(that.lane);
  }

  @Override
  public int hashCode() {
    return 31 * lane.hashCode() + Long.hashCode(offset);
  }
}
