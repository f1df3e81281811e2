package io.palmyra.gateway.application.stream;

import io.palmyra.contracts.topic.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The streams that a client may subscribe to, each with its topic. */
enum StreamName {
  QUOTES(Topic.TICKS),
  ORDERS(Topic.ORDER_EVENTS),
  FILLS(Topic.FILLS),
  PORTFOLIO(Topic.PORTFOLIO),
  CONTROL(Topic.CONTROL),
  ALERTS(Topic.ALERTS),
  DECISIONS(Topic.DECISIONS),
  SIGNALS(Topic.SIGNALS);

  private final Topic topic;

  StreamName(Topic topic) {
    this.topic = topic;
  }

  Topic topic() {
    return topic;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<StreamName> of(String wire) {
    return Arrays.stream(values()).filter(name -> name.wire().equals(wire)).findFirst();
  }

  static Optional<StreamName> of(Topic topic) {
    return Arrays.stream(values()).filter(name -> name.topic == topic).findFirst();
  }
}
