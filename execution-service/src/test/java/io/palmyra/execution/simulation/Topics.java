package io.palmyra.execution.simulation;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The topics of the simulated account: what was appended stands, in its order. */
final class Topics {
  private final Map<Topic, List<Envelope<? extends Message>>> logs = new EnumMap<>(Topic.class);
  private final Map<Topic, List<String>> idsBySequence = new EnumMap<>(Topic.class);

  /** Appends, and sees to it that sequences have no gap and mean one message each. */
  void append(Topic topic, Envelope<? extends Message> envelope) {
    Long sequence = envelope.sequence();
    if (sequence != null) {
      List<String> ids = idsBySequence.computeIfAbsent(topic, _ -> new ArrayList<>());
      if (sequence > ids.size() + 1) {
        throw new Violation(topic + " goes from " + ids.size() + " to " + sequence);
      }
      if (sequence == ids.size() + 1) {
        ids.add(envelope.id());
      } else if (!ids.get((int) (sequence - 1)).equals(envelope.id())) {
        throw new Violation(
            topic + " has two messages under " + sequence + ", the second " + envelope.body());
      }
    }
    log(topic).add(envelope);
  }

  List<Envelope<? extends Message>> log(Topic topic) {
    return logs.computeIfAbsent(topic, _ -> new ArrayList<>());
  }

  /** The messages of a sequenced topic, each once. */
  <M> List<M> distinct(Topic topic, Class<M> type) {
    var found = new ArrayList<M>();
    long last = 0;
    for (Envelope<? extends Message> envelope : log(topic)) {
      Long sequence = envelope.sequence();
      if (sequence == null || sequence > last) {
        last = sequence == null ? last : sequence;
        if (type.isInstance(envelope.body())) {
          found.add(type.cast(envelope.body()));
        }
      }
    }
    return found;
  }
}
