package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.PoisonRule;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.MessageTracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** The turns of a lane's one thread: open what was assigned, poll, apply, publish, check. */
final class LaneLoop {
  private static final Logger LOG = LoggerFactory.getLogger(LaneLoop.class);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
  private static final Duration RETRY_OPEN_AFTER = Duration.ofMillis(300);
  private static final int ATTEMPTS_ALONE = 2;

  private final LaneParts parts;
  private final List<AccountId> accounts;
  private final LaneHandler handler;
  private final LaneWorker worker;
  private final LanePoison poison;
  private final LaneMetrics metrics;
  private final LaneAssignment assignment;
  private final LaneInbox inbox;
  private final Patience patience;
  private final Set<Integer> waiting = new TreeSet<>();
  private long nextCheck;
  private long nextOpen;

  LaneLoop(LaneSettings settings, LaneHandler handler, LaneParts parts, List<AccountId> accounts) {
    this.parts = parts;
    this.handler = handler;
    this.accounts = List.copyOf(accounts);
    this.metrics = new LaneMetrics(parts.metrics(), settings.name());
    this.worker = new LaneWorker(parts, settings, handler, metrics);
    this.poison = new LanePoison(settings.name(), parts.stream().deadLetters(), parts.halts());
    this.patience = settings.patience();
    this.inbox = new LaneInbox(patience.longest(), parts.stream().monotonic());
    this.assignment = new LaneAssignment(settings, parts, this::assigned, this::revoked);
  }

  Set<Integer> partitions() {
    return worker.partitions();
  }

  Map<Integer, String> stopped() {
    return poison.stopped();
  }

  <R> void offer(
      AccountId account, LaneCommand<R> command, CompletableFuture<R> answer, Urgency urgency) {
    MessageTracing tracing = parts.stream().tracing();
    inbox.offer(
        new LaneWork.OfCommand<>(
            account, command, answer, new LaneWork.Trace(tracing.current()), urgency));
    if (urgency == Urgency.NOW) {
      assignment.wakeupIfPolling();
    }
  }

  void wakeup() {
    assignment.wakeup();
  }

  void open() {
    assignment.open();
  }

  void close() {
    worker.partitions().forEach(worker::close);
    waiting.clear();
    assignment.close();
    inbox.takeAll().forEach(LaneLoop::refuse);
  }

  void turn() {
    openWaiting();
    assignment
        .poll(inbox::longestPoll)
        .forEach(
            raw -> {
              Topic topic = Topic.named(raw.topic()).orElseThrow();
              inbox.add(new LaneWork.OfTopic(topic, raw, patience.of(topic)));
            });
    var works = new ArrayList<LaneWork>();
    for (LaneWork work : inbox.takeDue()) {
      // What came for a partition that was closed meanwhile is read again when it is opened.
      if (worker.partitions().contains(work.partition())) {
        works.add(work);
      } else {
        refuse(work);
      }
    }
    if (!works.isEmpty()) {
      process(works);
    }
    reopenUnpublished();
    check();
    handler.turned(worker.partitions());
  }

  /** Applies all, in as many transactions as it takes for none to last long. */
  private void process(List<LaneWork> all) {
    for (List<LaneWork> left = all; !left.isEmpty(); ) {
      int done = slice(left);
      left = left.subList(done, left.size());
      if (!left.isEmpty()) {
        handler.turned(worker.partitions());
      }
    }
  }

  /** Applies the first of them in one transaction; tells how many are done with. */
  private int slice(List<LaneWork> works) {
    try {
      return worker.apply(works);
    } catch (RuntimeException e) {
      metrics.retried();
      LOG.warn("lane batch failed works={} cause={}", works.size(), e.toString());
      reopen(works, e);
      if (isPassing(e)) {
        refuseCommands(works, e);
      } else {
        works.forEach(this::alone);
      }
      return works.size();
    }
  }

  private void alone(LaneWork work) {
    RuntimeException last = null;
    for (int attempt = 0; attempt < ATTEMPTS_ALONE; attempt++) {
      if (!worker.partitions().contains(work.partition())) {
        refuseCommands(List.of(work), new LostOwnershipException("partition " + work.partition()));
        return;
      }
      try {
        worker.apply(List.of(work));
        return;
      } catch (RuntimeException e) {
        last = e;
        reopen(List.of(work), e);
        if (isPassing(e) || work instanceof LaneWork.OfCommand) {
          refuseCommands(List.of(work), e);
          return;
        }
      }
    }
    if (last != null && work instanceof LaneWork.OfTopic record) {
      poisoned(record, last);
    }
  }

  private void poisoned(LaneWork.OfTopic work, RuntimeException cause) {
    metrics.poisoned();
    if (work.topic().traits().poison() == PoisonRule.DEAD_LETTER) {
      poison.bury(work, cause);
      worker.passOver(work);
    } else {
      poison.stop(work, cause, accounts);
      metrics.stoppedPartitions(poison.stopped().size());
      worker.close(work.partition());
      assignment.pause(work.partition());
    }
  }

  /** Drops memory that a failed transaction made untrue, and reads on from what is written. */
  private void reopen(List<LaneWork> works, RuntimeException cause) {
    works.stream()
        .map(LaneWork::partition)
        .distinct()
        .filter(worker.partitions()::contains)
        .forEach(
            partition -> {
              worker.close(partition);
              assignment.pause(partition);
              // A partition that another owns stays closed until it is assigned again.
              if (!(cause instanceof LostOwnershipException)) {
                waiting.add(partition);
              }
            });
    if (!isPassing(cause)) {
      nextOpen = 0;
      openWaiting();
    } else {
      nextOpen = parts.stream().monotonic().nanos() + RETRY_OPEN_AFTER.toNanos();
    }
  }

  private void reopenUnpublished() {
    for (int partition : worker.unpublished()) {
      if (worker.partitions().contains(partition)) {
        worker.close(partition);
        assignment.pause(partition);
        waiting.add(partition);
      }
    }
  }

  private void openWaiting() {
    long now = parts.stream().monotonic().nanos();
    if (waiting.isEmpty() || (nextOpen != 0 && now - nextOpen < 0)) {
      return;
    }
    for (int partition : List.copyOf(waiting)) {
      if (poison.isStopped(partition)) {
        waiting.remove(partition);
        continue;
      }
      try {
        Map<Topic, Long> next = worker.open(partition);
        assignment.resume(partition, next);
        waiting.remove(partition);
      } catch (RuntimeException e) {
        LOG.warn("lane partition={} not opened yet: {}", partition, e.toString());
        nextOpen = now + RETRY_OPEN_AFTER.toNanos();
        return;
      }
    }
    nextOpen = 0;
  }

  private void check() {
    long now = parts.stream().monotonic().nanos();
    if (now - nextCheck < 0 || worker.partitions().isEmpty()) {
      return;
    }
    nextCheck = now + CHECK_EVERY.toNanos();
    try {
      worker.check();
      assignment.reportProgress(worker);
    } catch (RuntimeException e) {
      LOG.warn("lane check failed, letting go and taking over anew: {}", e.toString());
      for (int partition : worker.partitions()) {
        worker.close(partition);
        assignment.pause(partition);
        waiting.add(partition);
      }
      nextOpen = now + RETRY_OPEN_AFTER.toNanos();
    }
  }

  private static void refuse(LaneWork work) {
    if (work instanceof LaneWork.OfCommand<?> command) {
      command.answer().completeExceptionally(new NotOwnerException(command.account()));
    }
  }

  private static void refuseCommands(List<LaneWork> works, RuntimeException cause) {
    works.forEach(
        work -> {
          if (work instanceof LaneWork.OfCommand<?> command) {
            command.answer().completeExceptionally(cause);
          }
        });
  }

  private static boolean isPassing(RuntimeException e) {
    return e instanceof TransientDataAccessException
        || e instanceof DataAccessResourceFailureException
        || e instanceof TransactionException
        || e instanceof LostOwnershipException;
  }

  private void assigned(Set<Integer> partitions) {
    partitions.forEach(assignment::pause);
    waiting.addAll(partitions);
    nextOpen = 0;
  }

  private void revoked(Set<Integer> partitions) {
    partitions.forEach(worker::close);
    waiting.removeAll(partitions);
  }
}
