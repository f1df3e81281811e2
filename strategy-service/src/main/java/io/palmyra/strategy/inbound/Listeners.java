package io.palmyra.strategy.inbound;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.topic.TopicKey;
import io.palmyra.strategy.application.RunningInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of which key. One thread. */
final class Listeners {
  private final Map<String, List<RunningInstance>> byInstrument = new HashMap<>();
  private final Map<String, List<RunningInstance>> byAccount = new HashMap<>();

  void add(RunningInstance run) {
    remove(run);
    byInstrument.computeIfAbsent(run.instrument().value(), _ -> new ArrayList<>()).add(run);
    byAccount.computeIfAbsent(run.account().value(), _ -> new ArrayList<>()).add(run);
  }

  void remove(RunningInstance run) {
    byInstrument.getOrDefault(run.instrument().value(), new ArrayList<>()).remove(run);
    byAccount.getOrDefault(run.account().value(), new ArrayList<>()).remove(run);
  }

  /** Those who hear of a record; empty where nobody does, so that it need not be decoded. */
  List<RunningInstance> of(Topic topic, @Nullable String key) {
    var listeners = topic.traits().key() == TopicKey.ACCOUNT ? byAccount : byInstrument;
    return key == null ? List.of() : listeners.getOrDefault(key, List.of());
  }

  List<RunningInstance> all() {
    return byAccount.values().stream().flatMap(List::stream).toList();
  }
}
