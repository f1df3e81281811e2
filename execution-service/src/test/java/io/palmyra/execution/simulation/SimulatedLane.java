package io.palmyra.execution.simulation;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneRecord;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.LostOwnershipException;
import io.palmyra.platform.lane.NotOwnerException;
import io.palmyra.platform.lane.Urgency;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A lane by its contract: one transaction for what was read and asked, publishing after the commit,
 * memory dropped after a failure. It may be killed or stopped at each of its moments.
 */
final class SimulatedLane {
  private static final int PATIENCE_TURNS = 60;

  private final SimulatedProcess process;
  private final List<Topic> inputs;
  private final Database database;
  private final long epoch;
  private final Map<Topic, Long> next = new EnumMap<>(Topic.class);
  private final Map<Topic, Long> seen = new EnumMap<>(Topic.class);
  private final ArrayDeque<Command> commands = new ArrayDeque<>();
  private @Nullable LaneHandler handler;
  private Database.@Nullable Transaction current;
  private boolean open;

  private record Command(
      Consumer<LaneTransaction> change, CompletableFuture<Boolean> answer, Urgency urgency) {}

  /**
   * @param epoch under which it writes, 0 where there is no lease
   */
  SimulatedLane(SimulatedProcess process, List<Topic> inputs, Database database, long epoch) {
    this.process = process;
    this.inputs = inputs;
    this.database = database;
    this.epoch = epoch;
  }

  void handledBy(LaneHandler applying) {
    handler = applying;
  }

  /** The transaction under way; what a handler writes belongs to it. */
  Database.Transaction current() {
    if (current == null) {
      throw new Violation("a write without a transaction");
    }
    return current;
  }

  boolean isOpen() {
    return open;
  }

  CompletableFuture<?> submit(Consumer<LaneTransaction> change, Urgency urgency) {
    var answer = new Awaited();
    if (open) {
      commands.add(new Command(change, answer, urgency));
    } else {
      answer.completeExceptionally(new NotOwnerException(World.ACCOUNT));
    }
    return answer;
  }

  /** Waits by letting the lane work. */
  private final class Awaited extends CompletableFuture<Boolean> {
    @Override
    public Boolean get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      for (int i = 0; i < PATIENCE_TURNS && !isDone(); i++) {
        turn();
      }
      if (!isDone()) {
        throw new TimeoutException();
      }
      return get();
    }
  }

  void turn() {
    LaneHandler applying = handler;
    if (applying == null || current != null) {
      return;
    }
    try {
      if (!open) {
        takeOver(applying);
      }
      apply(applying);
    } catch (LostOwnershipException | InjectedFailure e) {
      close(applying, e);
    }
    if (open) {
      applying.turned(Set.of(World.PARTITION));
    }
  }

  private void takeOver(LaneHandler applying) {
    database.begin(epoch, Map.of()).commit();
    for (Database.Unpublished row : database.outbox()) {
      send(row);
    }
    next.clear();
    next.putAll(database.next());
    seen.clear();
    seen.putAll(database.seen());
    applying.opened(World.PARTITION);
    open = true;
  }

  private void close(LaneHandler applying, RuntimeException cause) {
    open = false;
    current = null;
    applying.closed(World.PARTITION);
    var refused = new ArrayList<>(commands);
    commands.clear();
    refused.forEach(command -> command.answer().completeExceptionally(cause));
  }

  private void apply(LaneHandler applying) {
    var taken = new ArrayList<Command>();
    var step = new Step(database.begin(epoch, expected()));
    boolean read = read(step, applying);
    boolean urgent = commands.stream().anyMatch(command -> command.urgency() == Urgency.NOW);
    if (read || urgent || (!commands.isEmpty() && process.world().chance().oneIn(3))) {
      taken.addAll(commands);
      commands.clear();
    }
    if (!read && taken.isEmpty()) {
      current = null;
      return;
    }
    try {
      commit(step, taken, applying);
    } catch (LostOwnershipException | InjectedFailure e) {
      taken.forEach(command -> command.answer().completeExceptionally(e));
      throw e;
    } catch (IllegalStateException refused) {
      reopen(applying);
      taken.forEach(command -> alone(command, applying));
    }
  }

  /** What failed with others is tried by itself. */
  private void alone(Command command, LaneHandler applying) {
    var step = new Step(database.begin(epoch, expected()));
    current = step.transaction;
    try {
      commit(step, List.of(command), applying);
    } catch (LostOwnershipException | InjectedFailure e) {
      command.answer().completeExceptionally(e);
      throw e;
    } catch (IllegalStateException refused) {
      reopen(applying);
      command.answer().completeExceptionally(refused);
    }
  }

  private void reopen(LaneHandler applying) {
    current = null;
    applying.closed(World.PARTITION);
    takeOver(applying);
  }

  private Map<Topic, Long> expected() {
    var expected = new EnumMap<Topic, Long>(Topic.class);
    inputs.forEach(topic -> expected.put(topic, next.getOrDefault(topic, 0L)));
    return expected;
  }

  private boolean read(Step step, LaneHandler applying) {
    current = step.transaction;
    boolean any = false;
    int most = 1 + process.world().chance().below(4);
    for (Topic topic : inputs) {
      List<Envelope<? extends Message>> log = process.world().topics().log(topic);
      for (int i = 0; i < most && step.offset(topic) < log.size(); i++) {
        step.apply(topic, log.get((int) step.offset(topic)), applying);
        any = true;
      }
    }
    return any;
  }

  private void commit(Step step, List<Command> taken, LaneHandler applying) {
    for (Command command : taken) {
      step.cause = null;
      command.change().accept(step);
    }
    applying.flush();
    process.hazard();
    if (process.world().faults().strikes(150)) {
      throw new InjectedFailure("the database failed before the commit");
    }
    List<Database.Unpublished> rows = step.transaction.commit();
    current = null;
    process.hazard();
    if (process.world().faults().strikes(200)) {
      throw new InjectedFailure("the answer to the commit was lost");
    }
    next.putAll(step.offsets);
    seen.putAll(step.sequences);
    for (Database.Unpublished row : rows) {
      if (process.world().faults().strikes(300)) {
        throw new InjectedFailure("the topic did not take it");
      }
      send(row);
    }
    step.afterCommit.forEach(Runnable::run);
    taken.forEach(command -> command.answer().complete(true));
  }

  private void send(Database.Unpublished row) {
    process.hazard();
    process.world().topics().append(row.topic(), row.envelope());
    process.hazard();
    database.published(row);
  }

  private final class Step implements LaneTransaction {
    private final Database.Transaction transaction;
    private final Map<Topic, Long> offsets = new EnumMap<>(Topic.class);
    private final Map<Topic, Long> sequences = new EnumMap<>(Topic.class);
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable String cause;
    private int ordinal;

    Step(Database.Transaction transaction) {
      this.transaction = transaction;
    }

    long offset(Topic topic) {
      return offsets.getOrDefault(topic, next.getOrDefault(topic, 0L));
    }

    void apply(Topic topic, Envelope<? extends Message> envelope, LaneHandler applying) {
      long offset = offset(topic);
      offsets.put(topic, offset + 1);
      transaction.move(topic, offset + 1);
      Long sequence = envelope.sequence();
      if (sequence != null) {
        long last = sequences.getOrDefault(topic, seen.getOrDefault(topic, 0L));
        if (sequence <= last && process.world().wiring().dropsRepeats()) {
          return;
        }
        if (sequence > last + 1) {
          throw new Violation(process.name() + " meets a gap on " + topic + " after " + last);
        }
        sequences.put(topic, Math.max(last, sequence));
        transaction.saw(topic, Math.max(last, sequence));
      }
      cause = envelope.id();
      ordinal = 0;
      applying.on(new LaneRecord(topic, World.PARTITION, offset, envelope), this);
    }

    @Override
    public void publish(Topic topic, AccountId account, Message body, Instant occurredAt) {
      String id =
          cause == null
              ? process.world().newId()
              : cause + "/" + topic.topicName() + "/" + ordinal++;
      publish(topic, account, id, body, occurredAt);
    }

    @Override
    public void publish(
        Topic topic, AccountId account, String id, Message body, Instant occurredAt) {
      transaction.publish(topic, id, occurredAt, cause, body);
    }

    @Override
    public long lastSequence(Topic topic, AccountId account) {
      return transaction.lastSequence(topic);
    }

    @Override
    public void afterCommit(Runnable action) {
      afterCommit.add(action);
    }
  }
}
