package io.palmyra.platform.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of one lane. */
final class LaneMetrics {
  private final Timer transactions;
  private final DistributionSummary works;
  private final Counter duplicates;
  private final Counter poison;
  private final Counter retries;
  private final AtomicInteger stopped = new AtomicInteger();

  LaneMetrics(MeterRegistry registry, String lane) {
    Tags tags = Tags.of("lane", lane);
    transactions = registry.timer("palmyra.lane.transaction", tags);
    works = registry.summary("palmyra.lane.batch", tags);
    duplicates = registry.counter("palmyra.lane.duplicates", tags);
    poison = registry.counter("palmyra.lane.poison", tags);
    retries = registry.counter("palmyra.lane.retries", tags);
    registry.gauge("palmyra.lane.stopped.partitions", tags, stopped);
  }

  void committed(int size, int repeats, long nanos) {
    transactions.record(nanos, TimeUnit.NANOSECONDS);
    works.record(size);
    if (repeats > 0) {
      duplicates.increment(repeats);
    }
  }

  void poisoned() {
    poison.increment();
  }

  void retried() {
    retries.increment();
  }

  void stoppedPartitions(int count) {
    stopped.set(count);
  }
}
