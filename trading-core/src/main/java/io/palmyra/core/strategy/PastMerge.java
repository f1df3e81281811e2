package io.palmyra.core.strategy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records of several partitions in the order in which they were recorded, those of one moment in
 * the order of their partitions: the order in which a runner is shown its past. Holds only what was
 * fetched and may not be given yet.
 *
 * @param <P> names a partition
 * @param <R> a record
 */
public final class PastMerge<P, R> {
  private final Map<P, Lane<R>> lanes = new LinkedHashMap<>();

  /** What was fetched of one partition. */
  private static final class Lane<R> {
    private final Deque<Dated<R>> fetched = new ArrayDeque<>();
    private Instant newest = Instant.MIN;
    private boolean ended;
  }

  private record Dated<R>(Instant at, R record) {}

  /** Merges these, in whose order records of one moment come. */
  public PastMerge(Collection<? extends P> partitions) {
    partitions.forEach(partition -> lanes.put(partition, new Lane<>()));
  }

  /** Takes the next record of a partition. */
  public void add(P partition, Instant recordedAt, R record) {
    Lane<R> lane = lane(partition);
    // Clocks may step back; the order within a partition may not.
    lane.newest = recordedAt.isBefore(lane.newest) ? lane.newest : recordedAt;
    lane.fetched.addLast(new Dated<>(lane.newest, record));
  }

  /** No more comes of a partition. */
  public void end(P partition) {
    lane(partition).ended = true;
  }

  /** The partitions of which more must be fetched before anything can be given. */
  public List<P> starving() {
    return lanes.entrySet().stream()
        .filter(each -> each.getValue().fetched.isEmpty() && !each.getValue().ended)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Gives all that can be given by now. */
  public void each(Consumer<? super R> taker) {
    for (var next = next(); next.isPresent(); next = next()) {
      taker.accept(next.get());
    }
  }

  /** The next record; empty if none is left, or more must be fetched first. */
  private Optional<R> next() {
    Lane<R> first = null;
    for (Lane<R> lane : lanes.values()) {
      Dated<R> head = lane.fetched.peekFirst();
      if (head == null) {
        if (!lane.ended) {
          return Optional.empty();
        }
      } else if (first == null || head.at().isBefore(first.fetched.getFirst().at())) {
        first = lane;
      }
    }
    return first == null ? Optional.empty() : Optional.of(first.fetched.removeFirst().record());
  }

  private Lane<R> lane(P partition) {
    Lane<R> lane = lanes.get(partition);
    if (lane == null) {
      throw new IllegalArgumentException("partition " + partition + " is not merged");
    }
    return lane;
  }
}
