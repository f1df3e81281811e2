package io.palmyra.execution.simulation;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.LostOwnershipException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service's database: what survives its processes. A transaction happens at its commit. */
final class Database {
  private final Map<Topic, Long> next = new EnumMap<>(Topic.class);
  private final Map<Topic, Long> seen = new EnumMap<>(Topic.class);
  private final Map<Topic, Long> sequences = new EnumMap<>(Topic.class);
  private final ArrayDeque<Unpublished> outbox = new ArrayDeque<>();
  private final boolean fences;
  private long epoch;

  /**
   * @param fences whether it refuses old epochs
   */
  Database(boolean fences) {
    this.fences = fences;
  }

  /** A row of the outbox. */
  record Unpublished(Topic topic, Envelope<? extends Message> envelope) {}

  /** What a transaction wants published. */
  private record Wanted(Topic topic, String id, Instant at, @Nullable String cause, Message body) {}

  /** The newest epoch; older ones are refused from now on. */
  void fence(long newest) {
    epoch = newest;
  }

  long epoch() {
    return epoch;
  }

  Map<Topic, Long> next() {
    return new EnumMap<>(next);
  }

  Map<Topic, Long> seen() {
    return new EnumMap<>(seen);
  }

  List<Unpublished> outbox() {
    return List.copyOf(outbox);
  }

  void published(Unpublished row) {
    outbox.remove(row);
  }

  Transaction begin(long ownEpoch, Map<Topic, Long> expected) {
    return new Transaction(ownEpoch, Map.copyOf(expected));
  }

  /** One transaction; all of it happens at the commit, or nothing. */
  final class Transaction {
    private final long ownEpoch;
    private final Map<Topic, Long> expected;
    private final Map<Topic, Long> moves = new EnumMap<>(Topic.class);
    private final Map<Topic, Long> sightings = new EnumMap<>(Topic.class);
    private final List<Runnable> writes = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();

    private Transaction(long ownEpoch, Map<Topic, Long> expected) {
      this.ownEpoch = ownEpoch;
      this.expected = expected;
    }

    void move(Topic topic, long to) {
      moves.put(topic, to);
    }

    void saw(Topic topic, long sequence) {
      sightings.put(topic, sequence);
    }

    void write(Runnable change) {
      writes.add(change);
    }

    void publish(Topic topic, String id, Instant at, @Nullable String cause, Message body) {
      wanted.add(new Wanted(topic, id, at, cause, body));
    }

    long lastSequence(Topic topic) {
      long more = wanted.stream().filter(each -> each.topic() == topic).count();
      return sequences.getOrDefault(topic, 0L) + more;
    }

    /**
     * Makes it happen.
     *
     * @return the rows to be published
     */
    List<Unpublished> commit() {
      if (fences && ownEpoch < epoch) {
        throw new LostOwnershipException("epoch " + ownEpoch + " is older than " + epoch);
      }
      expected.forEach(
          (topic, offset) -> {
            if (fences && !offset.equals(next.getOrDefault(topic, 0L))) {
              throw new LostOwnershipException(topic + " is read by another");
            }
          });
      next.putAll(moves);
      seen.putAll(sightings);
      writes.forEach(Runnable::run);
      var rows = new ArrayList<Unpublished>();
      for (Wanted each : wanted) {
        long sequence = sequences.merge(each.topic(), 1L, Long::sum);
        rows.add(
            new Unpublished(
                each.topic(),
                new Envelope<>(
                    each.id(), each.at(), each.at(), each.cause(), sequence, each.body())));
      }
      outbox.addAll(rows);
      return rows;
    }
  }
}
