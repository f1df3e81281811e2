package io.palmyra.execution.inbound;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.execution.application.SentCount;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.codec.UnreadableMessageException;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.platform.stream.LoopThread;
import io.palmyra.platform.stream.Partitions;
import io.palmyra.platform.stream.ReadingLoop;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the approved orders by itself, beside the lanes, and halts the account of an order that
 * left without one. It judges only once it has read the topic up to where it ended after the order
 * had left: while Kafka is away nothing can be said.
 */
@Component
final class ApprovalReader implements SmartLifecycle, ReadingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(ApprovalReader.class);

  /** Far more than the age at which orders are still sent. */
  private static final Duration BACK = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  private final SentCount count;
  private final HaltRequests halts;
  private final KafkaClients clients;
  private final MessageCodec codec;
  private final MonotonicClock clock;
  private final InstantSource wall;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final LoopThread thread = new LoopThread();
  private volatile @Nullable String failure;
  private long lookedNanos;
  private @Nullable Case open;

  /**
   * Orders that may have left without approval.
   *
   * @param suspects that left before the ends were asked for
   * @param ends up to which the topic must have been read
   */
  private record Case(List<SentCount.Sent> suspects, Map<TopicPartition, Long> ends) {}

  ApprovalReader(
      SentCount count,
      HaltRequests halts,
      KafkaClients clients,
      MessageCodec codec,
      MonotonicClock clock,
      InstantSource wall) {
    this.count = count;
    this.halts = halts;
    this.clients = clients;
    this.codec = codec;
    this.clock = clock;
    this.wall = wall;
  }

  @Override
  public void start() {
    thread.start("approvals", this::run);
  }

  @Override
  public void stop() {
    thread.stop(Duration.ofSeconds(5));
  }

  @Override
  public boolean isRunning() {
    return thread.isRunning();
  }

  @Override
  public String name() {
    return "approvals";
  }

  @Override
  public boolean alive() {
    return thread.alive();
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  private void run() {
    while (thread.isRunning()) {
      try (Consumer<String, byte[]> orders = clients.consumer(null, Map.of())) {
        position(orders);
        failure = null;
        while (thread.isRunning()) {
          orders.poll(POLL).forEach(this::read);
          look(orders);
        }
      } catch (RuntimeException e) {
        failure = e.toString();
        LOG.error("approvals are not read, reading on where it was", e);
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    }
  }

  private void position(Consumer<String, byte[]> orders) {
    List<TopicPartition> partitions = Partitions.of(List.of(Topic.ORDERS));
    orders.assign(partitions);
    if (next.isEmpty()) {
      next.putAll(Partitions.since(orders, partitions, wall.instant().minus(BACK)));
    }
    next.forEach(orders::seek);
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    try {
      if (codec.decode(Topic.ORDERS, record.value()).body() instanceof OrderCommand command) {
        approved(command).ifPresent(count::approved);
      }
    } catch (UnreadableMessageException e) {
      LOG.debug("no approval in {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
    }
  }

  private static Optional<ClientOrderId> approved(OrderCommand command) {
    return switch (command) {
      case SubmitOrder submit -> Optional.of(submit.clientOrderId());
      case ReplaceOrder replace -> Optional.of(replace.newClientOrderId());
      default -> Optional.empty();
    };
  }

  private void look(Consumer<String, byte[]> orders) {
    Case judging = open;
    if (judging != null && isRead(judging)) {
      open = null;
      count.take(judging.suspects()).forEach(this::halt);
    }
    if (open == null && clock.nanos() - lookedNanos >= LOOK_EVERY.toNanos()) {
      lookedNanos = clock.nanos();
      List<SentCount.Sent> suspects = count.unmatched(PATIENCE);
      if (!suspects.isEmpty()) {
        ask(orders, suspects);
      }
    }
  }

  private boolean isRead(Case judging) {
    return judging.ends().entrySet().stream()
        .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private void ask(Consumer<String, byte[]> orders, List<SentCount.Sent> suspects) {
    try {
      open = new Case(suspects, orders.endOffsets(orders.assignment(), ANSWER_WITHIN));
    } catch (TimeoutException e) {
      LOG.warn("approvals of {} orders are not known: Kafka does not answer", suspects.size());
    }
  }

  private void halt(SentCount.Sent sent) {
    halts.requestHalt(
        sent.account(),
        "UNAPPROVED_ORDER",
        "order " + sent.id() + " left for the venue, and risk approved none of that name");
  }
}
