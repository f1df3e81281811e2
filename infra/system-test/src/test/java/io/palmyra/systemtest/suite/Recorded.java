package io.palmyra.systemtest.suite;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What stood on the topics at one moment, read once. */
final class Recorded {
  private final Map<Topic, List<Everything.Found>> topics = new EnumMap<>(Topic.class);
  private final int deadLetters;

  Recorded(Map<Topic, List<Everything.Found>> topics, int deadLetters) {
    this.topics.putAll(topics);
    this.deadLetters = deadLetters;
  }

  static Recorded read(Everything everything, List<Topic> wanted) {
    var read = new EnumMap<Topic, List<Everything.Found>>(Topic.class);
    wanted.forEach(topic -> read.put(topic, everything.on(topic)));
    return new Recorded(read, everything.deadLetters());
  }

  List<Everything.Found> on(Topic topic) {
    List<Everything.Found> found = topics.get(topic);
    if (found == null) {
      throw new IllegalArgumentException(topic + " was not read");
    }
    return found;
  }

  <M extends Message> List<M> bodies(Topic topic, Class<M> type) {
    return on(topic).stream()
        .map(found -> found.envelope().body())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  int deadLetters() {
    return deadLetters;
  }
}
