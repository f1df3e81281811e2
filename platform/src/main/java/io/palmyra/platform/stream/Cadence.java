package io.palmyra.platform.stream;

import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Lets records gather under load: after a poll that brought some, the next one comes no sooner than
 * a span later. What comes more seldom than that never waits; what comes more often shares the cost
 * of a fetch. Used by one thread.
 */
public final class Cadence {
  private final long span;
  private final MonotonicClock clock;
  private final LongConsumer pause;
  private long next;
  private boolean resting;

  /**
   * @param span from one poll that brings records to the next; zero for none
   */
  public Cadence(Duration span, MonotonicClock clock) {
    this(span, clock, LockSupport::parkNanos);
  }

  /**
   * @param pause waits for so many nanoseconds
   */
  Cadence(Duration span, MonotonicClock clock, LongConsumer pause) {
    this.span = span.toNanos();
    this.clock = clock;
    this.pause = pause;
  }

  /** What has come, as soon as the next poll may be and at the latest after a while. */
  public <K, V> ConsumerRecords<K, V> poll(Consumer<K, V> consumer, Duration longest) {
    await();
    ConsumerRecords<K, V> records = consumer.poll(longest);
    if (!records.isEmpty()) {
      records();
    }
    return records;
  }

  /** Records have come. */
  void records() {
    resting = span > 0;
    next = clock.nanos() + span;
  }

  /** Waits until the next poll may be; returns at once after a poll that brought nothing. */
  void await() {
    long left = next - clock.nanos();
    if (resting && left > 0) {
      pause.accept(left);
    }
    resting = false;
  }
}
