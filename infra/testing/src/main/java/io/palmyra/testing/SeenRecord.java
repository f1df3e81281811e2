package io.palmyra.testing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record as it stands on a topic.
 *
 * @param topic name of the topic
 * @param partition where it stands
 * @param offset where it stands there
 * @param key its key
 * @param envelope its value as JSON, null for a tombstone and for what is no JSON
 * @param traceparent its tracing header, null without one
 */
public record SeenRecord(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable JsonNode envelope,
    @Nullable String traceparent) {
  /** The message's type, empty if it has none. */
  public String type() {
    return envelope == null ? "" : envelope.path("type").asString("");
  }

  /** The message's body, a missing node if there is none. */
  public JsonNode body() {
    return envelope == null
        ? tools.jackson.databind.node.MissingNode.getInstance()
        : envelope.path("body");
  }
}
