package io.palmyra.platform.lane;

import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.util.Set;

/**
 * How long what nobody waits for may wait for a commit to share.
 *
 * @param longest from its arrival to the beginning of its transaction; zero for not at all
 * @param topics whose records can wait
 */
record Patience(Duration longest, Set<Topic> topics) {
  /** All is applied at once. */
  static final Patience NONE = new Patience(Duration.ZERO, Set.of());

  Patience {
    topics = Set.copyOf(topics);
  }

  /** Whether somebody waits for the records of a topic. */
  Urgency of(Topic topic) {
    return topics.contains(topic) ? Urgency.SOON : Urgency.NOW;
  }
}
