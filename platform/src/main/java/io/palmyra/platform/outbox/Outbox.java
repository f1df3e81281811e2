package io.palmyra.platform.outbox;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Messages that are written with the state that they speak of, and sent in order right after its
 * commit.
 *
 * <p>Each topic and account has a gapless sequence from 1, carried in the message, so that a reader
 * sees a repeat or a gap. All methods but the sends' acknowledgements are called by the one thread
 * of the lane that owns the partitions; only the owner publishes. A failed send marks its partition
 * in {@link #failedPartitions()}: the lane then lets go of it and takes it over anew, which first
 * publishes what is left.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final OutboxTable table;
  private final Publisher publisher;
  private final MessageCodec codec;
  private final InstantSource clock;
  private final Map<OutboxStream, Long> last = new HashMap<>();
  private final Map<OutboxStream, Integer> partitions = new HashMap<>();
  private final Map<OutboxStream, Long> acknowledged = new ConcurrentHashMap<>();
  private final Map<OutboxStream, Long> pruned = new HashMap<>();
  private final Set<Integer> failed = ConcurrentHashMap.newKeySet();
  private List<OutboxMessage> pending = new ArrayList<>();

  /**
   * @param jdbc on the database whose transactions the messages join
   * @param publisher whose producer gives up no record that others follow, since these would
   *     overtake it
   */
  public Outbox(JdbcTemplate jdbc, Publisher publisher, MessageCodec codec, InstantSource clock) {
    this.table = new OutboxTable(jdbc);
    this.publisher = publisher;
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * Takes over: publishes what a former owner left, waits for it, and goes on with its sequences.
   *
   * @throws OutboxPublishException if something left is not known to be published
   */
  public void open(OutboxScope scope) {
    close(scope);
    failed.remove(scope.partition());
    List<OutboxMessage> left = table.left(scope);
    var sends = new ArrayList<CompletableFuture<?>>();
    left.forEach(message -> sendInOrder(message).ifPresent(sends::add));
    try {
      CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutboxPublishException(scope, e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new OutboxPublishException(scope, e);
    }
    if (!left.isEmpty()) {
      LOG.info(
          "outbox published what was left partition={} count={}", scope.partition(), left.size());
    }
    table.lastSequences(
        scope,
        (stream, sequence) -> {
          last.put(stream, sequence);
          partitions.put(stream, scope.partition());
        });
    failed.remove(scope.partition());
  }

  /** Forgets the sequences of a partition, or of its one account. */
  public void close(OutboxScope scope) {
    partitions
        .entrySet()
        .removeIf(
            entry -> {
              boolean mine =
                  entry.getValue() == scope.partition()
                      && (scope.account() == null
                          || scope.account().equals(entry.getKey().account()));
              if (mine) {
                last.remove(entry.getKey());
                acknowledged.remove(entry.getKey());
                pruned.remove(entry.getKey());
              }
              return mine;
            });
  }

  /** Adds a message to the running transaction. */
  public void add(
      Topic topic,
      AccountId account,
      int partition,
      String id,
      Message body,
      Instant occurredAt,
      @Nullable String causationId,
      @Nullable String traceparent) {
    var stream = new OutboxStream(topic, account);
    long sequence = last.merge(stream, 1L, Long::sum);
    partitions.put(stream, partition);
    var envelope = new Envelope<>(id, occurredAt, clock.instant(), causationId, sequence, body);
    pending.add(
        new OutboxMessage(
            topic, account, partition, sequence, codec.encode(envelope), traceparent));
  }

  /** Sequence of the last message of a stream, added ones included; 0 before the first. */
  public long lastSequence(Topic topic, AccountId account) {
    return last.getOrDefault(new OutboxStream(topic, account), 0L);
  }

  /** Writes what was added; called inside the transaction, right before its commit. */
  public void flush() {
    if (!pending.isEmpty()) {
      table.insert(pending);
    }
  }

  /** Sends what was added; called right after the commit. */
  public void committed() {
    if (!pending.isEmpty()) {
      List<OutboxMessage> sending = pending;
      pending = new ArrayList<>();
      sending.forEach(this::sendInOrder);
    }
  }

  /**
   * After a message that could not be sent none of its partition follows: they all stay in the
   * table until the partition is opened again, and are published then from the first one on. One
   * that overtook it would look like a gap to every reader.
   */
  private Optional<CompletableFuture<?>> sendInOrder(OutboxMessage message) {
    return failed.contains(message.partition()) ? Optional.empty() : Optional.of(send(message));
  }

  /** Forgets what was added; the sequences are read anew when the partitions are opened again. */
  public void rolledBack() {
    pending = new ArrayList<>();
  }

  /** Partitions of which a send failed since they were opened. */
  public Set<Integer> failedPartitions() {
    return Set.copyOf(failed);
  }

  /** Deletes rows that are published; called now and then, inside a transaction. */
  public void prune() {
    var done = new ArrayList<OutboxTable.Published>();
    acknowledged.forEach(
        (stream, sequence) -> {
          long before = pruned.getOrDefault(stream, 0L);
          if (sequence > before) {
            done.add(new OutboxTable.Published(stream, before, sequence));
          }
        });
    if (!done.isEmpty()) {
      table.prune(done);
      done.forEach(stretch -> pruned.put(stretch.stream(), stretch.to()));
    }
  }

  private CompletableFuture<?> send(OutboxMessage message) {
    return publisher
        .publish(
            message.topic(), message.account().value(), message.payload(), message.traceparent())
        .whenComplete(
            (written, failure) -> {
              if (failure != null) {
                failed.add(message.partition());
                LOG.error(
                    "outbox send failed topic={} account={} sequence={}",
                    message.topic().topicName(),
                    message.account(),
                    message.sequence(),
                    failure);
              } else if (!failed.contains(message.partition())) {
                acknowledged.merge(
                    new OutboxStream(message.topic(), message.account()),
                    message.sequence(),
                    Math::max);
              }
            });
  }
}
