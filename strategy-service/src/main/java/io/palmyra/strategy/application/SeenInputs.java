package io.palmyra.strategy.application;

import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.StreamRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The last record of each topic that a run took; it reads one partition of each. */
final class SeenInputs {
  private final Map<Topic, StreamRecord> last = new EnumMap<>(Topic.class);

  void took(StreamRecord record) {
    last.put(record.topic(), record);
  }

  List<InputOffset> list() {
    return last.values().stream().map(StreamRecord::position).toList();
  }
}
