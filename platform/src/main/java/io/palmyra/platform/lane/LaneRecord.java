package io.palmyra.platform.lane;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;

/**
 * A message that a lane applies.
 *
 * @param topic where it stands
 * @param partition where it stands
 * @param offset where it stands
 * @param envelope what it says
 */
public record LaneRecord(
    Topic topic, int partition, long offset, Envelope<? extends Message> envelope) {

  /** Where it stands, as decisions carry it. */
  public InputOffset position() {
    return new InputOffset(topic.topicName(), partition, offset);
  }
}
