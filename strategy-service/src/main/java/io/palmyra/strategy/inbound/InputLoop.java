package io.palmyra.strategy.inbound;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.platform.stream.Cadence;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.platform.stream.LoopThread;
import io.palmyra.platform.stream.ReadingLoop;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.strategy.application.InputFeed;
import io.palmyra.strategy.application.InputSpan;
import io.palmyra.strategy.application.RunningInstance;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread that feeds all instances of this replica, so that each sees one order: ticks,
 * bars, scores, order events and decisions, by assignment of the partitions that they need. A lost
 * broker is waited for, and reading goes on where it was.
 */
public final class InputLoop implements SmartLifecycle, ReadingLoop, InputFeed {
  private static final Logger LOG = LoggerFactory.getLogger(InputLoop.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration GATHERING = Duration.ofMillis(2);
  private static final Duration BREATH = Duration.ofMillis(500);

  private final KafkaClients clients;
  private final InputPlan plan;
  private final PastReader pastReader;
  private final InputDispatch dispatch;
  private final Listeners listeners;
  private final Cadence cadence;
  private final Queue<java.util.function.Consumer<Consumer<String, byte[]>>> commands =
      new ConcurrentLinkedQueue<>();
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final LoopThread thread = new LoopThread();
  private volatile @Nullable String failure;

  InputLoop(
      KafkaClients clients,
      InputPlan plan,
      PastReader pastReader,
      InputDispatch dispatch,
      Listeners listeners,
      MonotonicClock clock) {
    this.clients = clients;
    this.plan = plan;
    this.pastReader = pastReader;
    this.dispatch = dispatch;
    this.listeners = listeners;
    this.cadence = new Cadence(GATHERING, clock);
  }

  @Override
  public void start(RunningInstance run) {
    commands.add(
        consumer -> {
          listen(consumer, run);
          // After the positions of now are known, so that nothing falls between past and now.
          Thread.ofPlatform().name("past-" + run.id()).start(() -> readPast(run));
        });
  }

  @Override
  public void stop(RunningInstance run) {
    commands.add(_ -> listeners.remove(run));
  }

  @Override
  public void pause(StrategyInstanceId id, boolean paused) {
    commands.add(
        _ ->
            listeners.all().stream()
                .filter(run -> run.id().equals(id))
                .forEach(run -> run.pause(paused)));
  }

  private void listen(Consumer<String, byte[]> consumer, RunningInstance run) {
    listeners.add(run);
    Set<TopicPartition> live = plan.live(run);
    List<TopicPartition> missing =
        live.stream().filter(partition -> !next.containsKey(partition)).toList();
    if (!missing.isEmpty()) {
      Set<TopicPartition> wanted = new HashSet<>(next.keySet());
      wanted.addAll(missing);
      consumer.assign(wanted);
      consumer.seekToEnd(missing);
      missing.forEach(partition -> next.put(partition, consumer.position(partition)));
      next.forEach(consumer::seek);
    }
    run.listensFrom(live.stream().map(this::fromNow).toList());
  }

  private InputSpan fromNow(TopicPartition partition) {
    long offset = next.getOrDefault(partition, 0L);
    return new InputSpan(partition.topic(), partition.partition(), offset, offset);
  }

  private void assign(Consumer<String, byte[]> consumer) {
    consumer.assign(next.keySet());
    next.forEach(consumer::seek);
  }

  private void readPast(RunningInstance run) {
    while (thread.isRunning()) {
      try {
        pastReader.read(run, run::onPast);
        commands.add(_ -> run.begin());
        return;
      } catch (InterruptException e) {
        return;
      } catch (io.palmyra.platform.codec.UnreadableMessageException e) {
        commands.add(_ -> run.fail("POISON", String.valueOf(e.getMessage())));
        return;
      } catch (RuntimeException e) {
        LOG.warn("past not read, trying again instance={} cause={}", run.id(), e.toString());
        LockSupport.parkNanos(BREATH.toNanos());
      }
    }
  }

  private void run() {
    while (thread.isRunning()) {
      try (Consumer<String, byte[]> consumer = clients.consumer(null, Map.of())) {
        assign(consumer);
        failure = null;
        while (thread.isRunning()) {
          turn(consumer);
        }
      } catch (WakeupException | InterruptException e) {
        // Stopping: the loop's condition tells.
      } catch (RuntimeException e) {
        failure = e.toString();
        LOG.error("inputs interrupted, reading on where they were", e);
        LockSupport.parkNanos(BREATH.toNanos());
      }
    }
  }

  private void turn(Consumer<String, byte[]> consumer) {
    for (var command = commands.peek(); command != null; command = commands.peek()) {
      command.accept(consumer);
      commands.remove();
    }
    if (next.isEmpty()) {
      LockSupport.parkNanos(POLL.toNanos());
      return;
    }
    cadence
        .poll(consumer, POLL)
        .forEach(
            record -> {
              dispatch.handle(record);
              next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            });
  }

  @Override
  public void start() {
    thread.start("strategy-inputs", this::run);
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
    return "strategy-inputs";
  }

  @Override
  public boolean alive() {
    return thread.alive();
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }
}
