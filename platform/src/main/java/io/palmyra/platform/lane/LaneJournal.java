package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A lane's rows: its next offsets under a generation, and the sequences that it has seen. */
final class LaneJournal {
  private final JdbcTemplate jdbc;
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
   * Moves offsets, and so proves that the partitions are still owned.
   *
   * @throws LostOwnershipException if one is not
   */
  void move(List<Move> moves) {
    int[][] counts =
        jdbc.batchUpdate(
            "update lane_offset set next_offset = ? where lane = ? and partition = ? and topic = ?"
                + " and next_offset = ? and generation = ?",
            moves,
            moves.size(),
            (statement, move) -> {
              statement.setLong(1, move.to());
              statement.setString(2, settings.name());
              statement.setInt(3, move.opened().partition);
              statement.setString(4, move.topic().topicName());
              statement.setLong(5, move.expected());
              statement.setLong(6, move.opened().generation.getOrDefault(move.topic(), 0L));
            });
    int i = 0;
    for (int[] batch : counts) {
      for (int count : batch) {
        Move move = moves.get(i++);
        if (count != 1) {
          throw new LostOwnershipException(
              settings.name() + " partition " + move.opened().partition);
        }
      }
    }
  }

  /** Remembers the sequences seen. */
  void seen(Collection<Map.Entry<Seen, Long>> sequences, int partition) {
    jdbc.batchUpdate(
        "insert into lane_seen (lane, topic, account, partition, sequence) values (?, ?, ?, ?, ?)"
            + " on conflict (lane, topic, account) do update set sequence = excluded.sequence",
        new ArrayList<>(sequences),
        1000,
        (statement, entry) -> {
          statement.setString(1, settings.name());
          statement.setString(2, entry.getKey().topic().topicName());
          statement.setString(3, entry.getKey().account().value());
          statement.setInt(4, partition);
          statement.setLong(5, entry.getValue());
        });
  }
}
