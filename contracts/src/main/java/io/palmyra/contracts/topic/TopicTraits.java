package io.palmyra.contracts.topic;

import java.util.Set;

/**
 * How a topic is keyed, kept, guarded and written.
 *
 * @param key what its records are keyed by
 * @param cleanUp how long they stay
 * @param poison what a reader does with a record that it cannot read or apply
 * @param writers ids of the services that may write it; empty means any
 */
public record TopicTraits(TopicKey key, CleanUp cleanUp, PoisonRule poison, Set<String> writers) {
  public TopicTraits {
    writers = Set.copyOf(writers);
  }
}
