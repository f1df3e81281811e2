package io.palmyra.platform.lane;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.LaneJournal.Opened;
import io.palmyra.platform.outbox.Outbox;
import io.palmyra.platform.outbox.OutboxScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that a lane has open, and the transactions on them. Used by the lane's thread
 * only, but for {@link #partitions()}.
 */
final class LaneWorker {
  private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
  private static final Duration LONGEST = Duration.ofMillis(50);

  private final LaneParts parts;
  private final LaneSettings settings;
  private final LaneHandler handler;
  private final LaneJournal journal;
  private final Outbox outbox;
  private final LaneMetrics metrics;
  private final Map<Integer, Opened> opened = new TreeMap<>();
  private volatile Set<Integer> partitions = Set.of();

  LaneWorker(LaneParts parts, LaneSettings settings, LaneHandler handler, LaneMetrics metrics) {
    this.parts = parts;
    this.settings = settings;
    this.handler = handler;
    this.metrics = metrics;
    this.journal = new LaneJournal(parts.jdbc(), settings);
    this.outbox = parts.outboxes().get();
  }

  Set<Integer> partitions() {
    return partitions;
  }

  /** Takes a partition over: fence, sequences, what a former owner left, memory. */
  Map<Topic, Long> open(int partition) {
    close(partition);
    Opened open =
        parts
            .transactions()
            .execute(
                _ -> {
                  settings.guard().verify();
                  return journal.open(partition);
                });
    if (open == null) {
      throw new IllegalStateException("no transaction to open partition " + partition + " in");
    }
    // After the fence is committed, so that nobody adds to the outbox while it is emptied.
    outbox.open(scope(partition));
    parts.transactions().executeWithoutResult(_ -> handler.opened(partition));
    opened.put(partition, open);
    partitions = Set.copyOf(opened.keySet());
    LOG.info("lane={} partition={} opened next={}", settings.name(), partition, open.next);
    return open.next;
  }

  void close(int partition) {
    if (opened.remove(partition) != null) {
      LOG.info("lane={} partition={} closed", settings.name(), partition);
    }
    partitions = Set.copyOf(opened.keySet());
    handler.closed(partition);
    outbox.close(scope(partition));
  }

  /**
   * Applies works in one transaction, the first of them at least, and no further ones once that has
   * taken a while: the others are for the next. If it throws, nothing was written and memory is not
   * true.
   *
   * @return how many were applied
   */
  int apply(List<LaneWork> works) {
    var step = new LaneStep(parts, settings, handler, outbox, opened);
    long began = parts.stream().monotonic().nanos();
    int applied;
    try {
      applied =
          Objects.requireNonNull(
              parts
                  .transactions()
                  .execute(
                      _ -> {
                        int done = 0;
                        do {
                          step.apply(works.get(done++));
                        } while (done < works.size() && since(began) < LONGEST.toNanos());
                        step.write(journal);
                        return done;
                      }));
    } catch (RuntimeException | Error e) {
      outbox.rolledBack();
      throw e;
    }
    step.settle();
    metrics.committed(applied, step.duplicates(), since(began));
    return applied;
  }

  private long since(long began) {
    return parts.stream().monotonic().nanos() - began;
  }

  /** Moves past a record that was buried. */
  void passOver(LaneWork.OfTopic work) {
    var step = new LaneStep(parts, settings, handler, outbox, opened);
    parts
        .transactions()
        .executeWithoutResult(
            _ -> {
              step.skip(work);
              step.write(journal);
            });
    step.settle();
  }

  /**
   * Proves that the database answers and every partition is still owned; forgets published rows.
   */
  void check() {
    var step = new LaneStep(parts, settings, handler, outbox, opened);
    opened.values().forEach(step::touch);
    parts
        .transactions()
        .executeWithoutResult(
            _ -> {
              step.write(journal);
              outbox.prune();
            });
  }

  /** Partitions of which a send failed: they must be closed and opened anew. */
  Set<Integer> unpublished() {
    return outbox.failedPartitions();
  }

  /** How far a partition has been applied. */
  Map<Topic, Long> next(int partition) {
    Opened open = opened.get(partition);
    return open == null ? Map.of() : open.next;
  }

  private OutboxScope scope(int partition) {
    return new OutboxScope(partition, settings.account());
  }
}
