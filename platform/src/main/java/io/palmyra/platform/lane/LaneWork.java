package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One thing that a lane has to apply. */
sealed interface LaneWork {
  /** Account partition that it belongs to. */
  int partition();

  /** Whether somebody waits for it. */
  Urgency urgency();

  /** A record of a topic. */
  record OfTopic(Topic topic, ConsumerRecord<String, byte[]> raw, Urgency urgency)
      implements LaneWork {
    @Override
    public int partition() {
      return raw.partition();
    }
  }

  /** A command, and who waits for its answer. */
  record OfCommand<R>(
      AccountId account,
      LaneCommand<R> command,
      CompletableFuture<R> answer,
      Trace trace,
      Urgency urgency)
      implements LaneWork {
    @Override
    public int partition() {
      return AccountPartitions.of(account);
    }
  }

  /** The trace under which a command was submitted. */
  record Trace(@org.jspecify.annotations.Nullable String parent) {}
}
