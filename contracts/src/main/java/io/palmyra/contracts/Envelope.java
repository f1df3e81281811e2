package io.palmyra.contracts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a message on its topic.
 *
 * @param id identity of the message; derived from its cause where there is one, so that a repeat
 *     has the same id
 * @param occurredAt when it happened, in market time where it is a market fact
 * @param recordedAt when the writer recorded it, in wall time
 * @param causationId id of the message that caused this one, null for what comes from outside
 * @param sequence place in the gapless sequence of its account on its topic, from 1; null on topics
 *     without one
 * @param body the message
 */
public record Envelope<M extends Message>(
    String id,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable String causationId,
    @Nullable Long sequence,
    M body) {

  public Envelope {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(occurredAt, "occurredAt");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(body, "body");
  }
}
