package io.palmyra.strategy.inbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.platform.lane.AccountPartitions;
import io.palmyra.strategy.application.RunningInstance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partitions an instance must be fed from, now and of the past.
 *
 * @param history least time of bars read back
 * @param sentimentHistory how far back scores are read
 */
record InputPlan(Duration history, Duration sentimentHistory) {
  /** Signals and decisions older than this concern nothing that is still under way. */
  private static final Duration ALL = Duration.ofDays(36_500);

  /** The partitions of what comes from now on. */
  Set<TopicPartition> live(RunningInstance run) {
    Set<TopicPartition> partitions = new LinkedHashSet<>();
    DataNeeds needs = run.needs();
    if (needs.ticks()) {
      partitions.add(market(Topic.TICKS, run.instrument()));
    }
    if (needs.barInterval() != null) {
      partitions.add(market(Topic.BARS, run.instrument()));
    }
    if (needs.sentiment()) {
      partitions.add(market(Topic.SENTIMENT, run.instrument()));
    }
    partitions.add(market(Topic.INSTRUMENTS, run.instrument()));
    partitions.add(account(Topic.ORDER_EVENTS, run));
    partitions.add(account(Topic.DECISIONS, run));
    return partitions;
  }

  /** The partitions of the past, each with how far back. */
  Map<TopicPartition, Duration> past(RunningInstance run) {
    Map<TopicPartition, Duration> partitions = new LinkedHashMap<>();
    DataNeeds needs = run.needs();
    Duration interval = needs.barInterval();
    if (interval != null) {
      // Twice the bars asked for: markets close and instruments pause.
      Duration wanted = interval.multipliedBy(2L * needs.warmUpBars());
      partitions.put(
          market(Topic.BARS, run.instrument()), wanted.compareTo(history) > 0 ? wanted : history);
    }
    if (needs.sentiment()) {
      partitions.put(market(Topic.SENTIMENT, run.instrument()), sentimentHistory);
    }
    partitions.put(market(Topic.INSTRUMENTS, run.instrument()), ALL);
    partitions.put(account(Topic.ORDER_EVENTS, run), ALL);
    partitions.put(account(Topic.DECISIONS, run), ALL);
    partitions.put(account(Topic.SIGNALS, run), history);
    return partitions;
  }

  /** Whether a distance back means from the beginning. */
  static boolean isAll(Duration back) {
    return back.equals(ALL);
  }

  private static TopicPartition market(Topic topic, InstrumentId instrument) {
    byte[] key = instrument.value().getBytes(StandardCharsets.UTF_8);
    return new TopicPartition(
        topic.topicName(), Utils.toPositive(Utils.murmur2(key)) % topic.partitions());
  }

  private static TopicPartition account(Topic topic, RunningInstance run) {
    return new TopicPartition(topic.topicName(), AccountPartitions.of(run.account()));
  }
}
