package io.palmyra.backtest.parity;

import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;

/**
 * A partition of a topic.
 *
 * @param topic which
 * @param partition 0 or more
 */
public record Lane(Topic topic, int partition) {
  /** The one that an offset is of. */
  static Lane of(InputOffset offset) {
    return named(offset.topic(), offset.partition());
  }

  /**
   * @throws IllegalArgumentException if there is no such topic
   */
  static Lane named(String topic, int partition) {
    return new Lane(
        Topic.named(topic)
            .orElseThrow(() -> new IllegalArgumentException("there is no topic " + topic)),
        partition);
  }

  /** Whether it tells of the market, not of the account. */
  boolean ofTheMarket() {
    return switch (topic) {
      case TICKS, BARS, SENTIMENT, INSTRUMENTS -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return topic.topicName() + "-" + partition;
  }
}
