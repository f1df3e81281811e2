package io.palmyra.platform.stream;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read.
 *
 * @param topic where it stands
 * @param partition where it stands
 * @param offset where it stands
 * @param key its key, null only where the writer gave none
 * @param envelope what it says
 */
public record StreamRecord(
    Topic topic,
    int partition,
    long offset,
    @Nullable String key,
    Envelope<? extends Message> envelope) {

  /** Where it stands, as signals carry it. */
  public InputOffset position() {
    return new InputOffset(topic.topicName(), partition, offset);
  }
}
