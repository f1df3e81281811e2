package io.palmyra.platform.compacted;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Partitions;
import io.palmyra.platform.stream.ReadingLoop;
import io.palmyra.platform.stream.StreamParts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A compacted topic folded in memory, from its beginning, by one thread of its own.
 *
 * <p>It counts as read to its end only once everything has been applied that stood there when the
 * reading began. An unreadable record makes it unread, for good, until a later record of the same
 * key replaces it; an interrupted reader starts again from the beginning.
 *
 * @param <S> the state, immutable
 */
public final class CompactedView<S> implements SmartLifecycle, ReadingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(CompactedView.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(2);

  private final String name;
  private final Topic topic;
  private final S empty;
  private final BiFunction<S, CompactedRecord, S> fold;
  private final StreamParts parts;
  private final Map<String, String> unreadable = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  /** Written by the reading thread only. */
  private volatile Reading<S> reading;

  private long lastTurn;
  private volatile boolean running;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private volatile @Nullable String failure;

  private record Reading<S>(S state, boolean complete) {}

  /**
   * @param name in health and logs
   * @param empty the state before the first record
   * @param fold applies one record; called by one thread
   */
  public CompactedView(
      String name,
      Topic topic,
      S empty,
      BiFunction<S, CompactedRecord, S> fold,
      StreamParts parts) {
    this.name = name;
    this.topic = topic;
    this.empty = empty;
    this.fold = fold;
    this.parts = parts;
    this.reading = new Reading<>(empty, false);
  }

  /** What has been folded so far; means nothing while {@link #readToEnd} is false. */
  public S state() {
    return reading.state();
  }

  /** Whether the state can be relied on. */
  public boolean readToEnd() {
    return reading.complete();
  }

  /** The state if it can be relied on. */
  public Optional<S> complete() {
    Reading<S> now = reading;
    return now.complete() ? Optional.of(now.state()) : Optional.empty();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("compacted-" + name).start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Consumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Started before lanes and web, which ask it. */
  @Override
  public int getPhase() {
    return -1000;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean alive() {
    Thread folding = thread;
    return !running || (folding != null && folding.isAlive());
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  private void run() {
    while (running) {
      try (Consumer<String, byte[]> opened =
          parts.clients().consumer(null, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000))) {
        consumer = opened;
        begin(opened);
        while (running) {
          var polled = opened.poll(POLL);
          afterPause(opened);
          polled.forEach(this::handle);
          settle(opened);
        }
      } catch (WakeupException | InterruptException e) {
        // Stopping: the loop's condition tells.
      } catch (RuntimeException e) {
        failure = e.toString();
        reading = new Reading<>(reading.state(), false);
        LOG.error("compacted view interrupted view={} topic={}", name, topic.topicName(), e);
        pause();
      }
    }
  }

  private void begin(Consumer<String, byte[]> opened) {
    List<TopicPartition> partitions = Partitions.of(List.of(topic));
    opened.assign(partitions);
    ends.clear();
    ends.putAll(opened.endOffsets(partitions));
    opened.seekToBeginning(partitions);
    unreadable.clear();
    lastTurn = parts.monotonic().nanos();
    reading = new Reading<>(empty, false);
  }

  /** After a long pause of this process, what it holds is old until it has caught up anew. */
  private void afterPause(Consumer<String, byte[]> opened) {
    long now = parts.monotonic().nanos();
    long paused = now - lastTurn;
    lastTurn = now;
    if (paused > LONG_PAUSE.toNanos()) {
      reading = new Reading<>(reading.state(), false);
      ends.putAll(opened.endOffsets(ends.keySet()));
      LOG.warn("view={} paused ms={}, catching up", name, Duration.ofNanos(paused).toMillis());
    }
  }

  private void handle(ConsumerRecord<String, byte[]> record) {
    String key = record.key() == null ? "" : record.key();
    try {
      var envelope = record.value() == null ? null : parts.codec().decode(topic, record.value());
      var partition = new TopicPartition(record.topic(), record.partition());
      boolean live = record.offset() >= ends.getOrDefault(partition, Long.MAX_VALUE);
      var arrived =
          new CompactedRecord(key, envelope, record.offset(), live, parts.monotonic().nanos());
      reading = new Reading<>(fold.apply(reading.state(), arrived), reading.complete());
      unreadable.remove(key);
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (RuntimeException e) {
      unreadable.put(key, "offset " + record.offset() + ": " + e);
      LOG.error("unreadable record view={} key={} offset={}", name, key, record.offset(), e);
    }
  }

  private void settle(Consumer<String, byte[]> opened) {
    boolean atEnd =
        ends.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue());
    failure = unreadable.isEmpty() ? null : "unreadable: " + unreadable;
    boolean complete = atEnd && unreadable.isEmpty();
    Reading<S> now = reading;
    if (now.complete() != complete) {
      LOG.info("view={} topic={} readToEnd={}", name, topic.topicName(), complete);
      reading = new Reading<>(now.state(), complete);
    }
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
  }
}
