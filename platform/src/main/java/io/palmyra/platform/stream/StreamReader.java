package io.palmyra.platform.stream;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.codec.UnknownTypeException;
import io.palmyra.platform.poison.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads all partitions of some topics by assignment, without a group, on one thread of its own.
 *
 * <p>A record that cannot be read or applied goes to the dead letters; one of an unknown type is
 * counted and passed over. A lost broker is waited for, and reading goes on where it was.
 */
public final class StreamReader implements SmartLifecycle, ReadingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final String name;
  private final List<Topic> topics;
  private final Start start;
  private final StreamListener listener;
  private final KafkaClients clients;
  private final MessageCodec codec;
  private final DeadLetters deadLetters;
  private final MessageTracing tracing;
  private final Cadence cadence;
  private final InstantSource clock;
  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
  private final LongAdder unknownTypes = new LongAdder();

  private boolean passedOver;
  private final LoopThread thread = new LoopThread();
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private volatile @Nullable String failure;

  StreamReader(StreamReaders.Builder builder, StreamListener listener) {
    this.name = builder.name;
    this.topics = builder.topics;
    this.start = builder.start;
    this.listener = listener;
    this.clients = builder.parts.clients();
    this.codec = builder.parts.codec();
    this.deadLetters = builder.parts.deadLetters();
    this.tracing = builder.parts.tracing();
    this.clock = builder.parts.clock();
    this.cadence = new Cadence(builder.gathering, builder.parts.monotonic());
  }

  @Override
  public void start() {
    thread.start("stream-" + name, this::run);
  }

  @Override
  public void stop() {
    thread.end();
    Consumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    thread.stop(Duration.ofSeconds(5));
  }

  @Override
  public boolean isRunning() {
    return thread.isRunning();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean alive() {
    return thread.alive();
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether all that stood on the topics at the start has been read. */
  public boolean caughtUp() {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** How far each partition has been read; partitions of which nothing was read are left out. */
  public List<InputOffset> offsets() {
    return next.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(
            entry ->
                new InputOffset(
                    entry.getKey().topic(), entry.getKey().partition(), entry.getValue() - 1))
        .toList();
  }

  /** How many records of unknown types were passed over. */
  public long unknownTypes() {
    return unknownTypes.sum();
  }

  private void run() {
    while (thread.isRunning()) {
      try (Consumer<String, byte[]> opened = clients.consumer(null, Map.of())) {
        consumer = opened;
        position(opened);
        failure = null;
        while (thread.isRunning()) {
          if (topics.stream().anyMatch(listener::wants)) {
            read(opened);
          } else {
            passedOver = true;
            LockSupport.parkNanos(POLL.toNanos());
          }
          listener.idle();
        }
      } catch (WakeupException | InterruptException e) {
        // Stopping: the loop's condition tells.
      } catch (RuntimeException e) {
        failure = e.toString();
        LOG.error("stream interrupted reader={}, reading on where it was", name, e);
        pause();
      }
    }
  }

  /** Reads on; what nobody wanted is left unread, but for what came since the last look. */
  private void read(Consumer<String, byte[]> opened) {
    if (passedOver) {
      next.putAll(offsetsSince(opened, opened.assignment(), POLL.multipliedBy(2)));
      next.forEach(opened::seek);
      passedOver = false;
    }
    cadence.poll(opened, POLL).forEach(this::handle);
  }

  private void position(Consumer<String, byte[]> opened) {
    List<TopicPartition> partitions = Partitions.of(topics);
    opened.assign(partitions);
    if (ends.isEmpty()) {
      Map<TopicPartition, Long> first = firstOffsets(opened, partitions);
      Map<TopicPartition, Long> last = opened.endOffsets(partitions);
      next.putAll(first);
      ends.putAll(last);
    }
    next.forEach(opened::seek);
  }

  private Map<TopicPartition, Long> firstOffsets(
      Consumer<String, byte[]> opened, List<TopicPartition> partitions) {
    return switch (start) {
      case Start.Latest _ -> opened.endOffsets(partitions);
      case Start.Earliest _ -> opened.beginningOffsets(partitions);
      case Start.Ago ago -> offsetsSince(opened, partitions, ago.span());
    };
  }

  private Map<TopicPartition, Long> offsetsSince(
      Consumer<String, byte[]> opened, Collection<TopicPartition> partitions, Duration span) {
    return Partitions.since(opened, partitions, clock.instant().minus(span));
  }

  private void handle(ConsumerRecord<String, byte[]> record) {
    Topic topic = Topic.named(record.topic()).orElseThrow();
    if (listener.wants(topic)) {
      deliver(topic, record);
    }
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  private void deliver(Topic topic, ConsumerRecord<String, byte[]> record) {
    try (MessageTracing.Span _ = tracing.open(name + " " + record.topic(), traceparent(record))) {
      if (record.value() != null) {
        Envelope<? extends Message> envelope = codec.decode(topic, record.value());
        listener.on(
            new StreamRecord(topic, record.partition(), record.offset(), record.key(), envelope));
      }
    } catch (UnknownTypeException e) {
      unknownTypes.increment();
      LOG.debug("passed over reader={} cause={}", name, e.getMessage());
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (RuntimeException e) {
      deadLetters.bury(topic, record, e);
    }
  }

  /** The trace that a record belongs to, null if it carries none. */
  public static @Nullable String traceparent(ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader(MessageTracing.HEADER);
    return header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
  }
}
