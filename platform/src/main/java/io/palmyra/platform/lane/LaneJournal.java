package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.database.PipelinedWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A lane's rows: its next offsets under a generation, and the sequences that it has seen. */
final class LaneJournal {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;
  private final LaneSettings settings;

  /**
   * A partition as it was opened: whoever opens it later raises the generation and so fences this.
   */
  static final class Opened {
    final int partition;
    final Map<Topic, Long> next = new HashMap<>();
    final Map<Topic, Long> generation = new HashMap<>();
    final Map<Seen, Long> seen = new HashMap<>();

    Opened(int partition) {
      this.partition = partition;
    }
  }

  /** One sequence that the lane follows. */
  record Seen(Topic topic, AccountId account) {}

  /** A move of an offset, to be written. */
  record Move(Opened opened, Topic topic, long expected, long to) {}

  LaneJournal(JdbcTemplate jdbc, LaneSettings settings) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
    this.settings = settings;
  }

  /** Takes a partition over, fencing off any former owner. Inside a transaction. */
  Opened open(int partition) {
    var opened = new Opened(partition);
    for (Topic topic : settings.topics()) {
      jdbc.query(
          "insert into lane_offset (lane, partition, topic, next_offset, generation)"
              + " values (?, ?, ?, 0, 1) on conflict (lane, partition, topic)"
              + " do update set generation = lane_offset.generation + 1"
              + " returning next_offset, generation",
          row -> {
            opened.next.put(topic, row.getLong(1));
            opened.generation.put(topic, row.getLong(2));
          },
          settings.name(),
          partition,
          topic.topicName());
    }
    @Nullable String account = settings.account() == null ? null : settings.account().value();
    jdbc.query(
        "select topic, account, sequence from lane_seen where lane = ? and partition = ?"
            + " and (?::text is null or account = ?)",
        row -> {
          opened.seen.put(
              new Seen(
                  Topic.named(row.getString(1)).orElseThrow(), new AccountId(row.getString(2))),
              row.getLong(3));
        },
        settings.name(),
        partition,
        account,
        account);
    return opened;
  }

  /**
   * Moves offsets with the commit, and so proves that the partitions are still owned: the
   * transaction fails with {@link LostOwnershipException} if one is not.
   */
  void move(List<Move> moves) {
    for (Move move : moves) {
      int partition = move.opened().partition;
      writes.require(
          () -> new LostOwnershipException(settings.name() + " partition " + partition),
          "update lane_offset set next_offset = ? where lane = ? and partition = ? and topic = ?"
              + " and next_offset = ? and generation = ?",
          move.to(),
          settings.name(),
          partition,
          move.topic().topicName(),
          move.expected(),
          move.opened().generation.getOrDefault(move.topic(), 0L));
    }
  }

  /** Remembers the sequences seen, with the commit. */
  void seen(Collection<Map.Entry<Seen, Long>> sequences, int partition) {
    for (var entry : sequences) {
      writes.add(
          "insert into lane_seen (lane, topic, account, partition, sequence) values (?, ?, ?, ?, ?)"
              + " on conflict (lane, topic, account) do update set sequence = excluded.sequence",
          settings.name(),
          entry.getKey().topic().topicName(),
          entry.getKey().account().value(),
          partition,
          entry.getValue());
    }
  }
}
