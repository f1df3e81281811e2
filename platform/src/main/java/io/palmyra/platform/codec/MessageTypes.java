package io.palmyra.platform.codec;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.DeadLetter;
import io.palmyra.contracts.topic.Topic;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Every message type of every topic, by class and by name on the wire. Immutable. */
final class MessageTypes {
  private final Map<Class<?>, MessageType> byRecord = new HashMap<>();
  private final Map<Topic, Map<String, MessageType>> byTopic = new EnumMap<>(Topic.class);
  private final MessageType deadLetter;

  MessageTypes(JsonMapper mapper) {
    for (Topic topic : Topic.values()) {
      Map<String, MessageType> types = new HashMap<>();
      for (Class<? extends Message> record : topic.messageTypes()) {
        MessageType type = MessageType.of(record, mapper);
        if (byRecord.put(record, type) != null || types.put(type.name(), type) != null) {
          throw new IllegalStateException(type.name() + " stands on two topics");
        }
      }
      byTopic.put(topic, Map.copyOf(types));
    }
    deadLetter = MessageType.of(DeadLetter.class, mapper);
    byRecord.put(DeadLetter.class, deadLetter);
  }

  /** The type of a message; every message has one. */
  MessageType of(Message message) {
    MessageType type = byRecord.get(message.getClass());
    if (type == null) {
      throw new IllegalArgumentException(message.getClass() + " stands on no topic");
    }
    return type;
  }

  /** The types that may stand on a topic, by name. */
  Map<String, MessageType> on(Topic topic) {
    Map<String, MessageType> types = byTopic.get(topic);
    return types == null ? Map.of() : types;
  }

  /** The one type of every dead letter topic, by name. */
  Map<String, MessageType> onDeadLetterTopics() {
    return Map.of(deadLetter.name(), deadLetter);
  }

  /** All types, for documents and tests. */
  Collection<MessageType> all() {
    return List.copyOf(byRecord.values());
  }
}
