package io.palmyra.platform.codec;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.DeadLetter;
import io.palmyra.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every message type there is, and how to read it from its own topic. */
final class WireTopics {
  private WireTopics() {}

  static List<Class<? extends Message>> allTypes() {
    List<Class<? extends Message>> types = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      types.addAll(topic.messageTypes());
    }
    types.add(DeadLetter.class);
    return types;
  }

  static Envelope<? extends Message> read(
      MessageCodec codec, Class<? extends Message> type, byte[] bytes) {
    return type == DeadLetter.class
        ? codec.decodeDeadLetter(bytes)
        : codec.decode(topicOf(type), bytes);
  }

  static Topic topicOf(Class<? extends Message> type) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.messageTypes().contains(type))
        .findFirst()
        .orElseThrow();
  }
}
