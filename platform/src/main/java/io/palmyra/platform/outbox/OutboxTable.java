package io.palmyra.platform.outbox;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.database.PipelinedWrites;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The outbox's rows. */
final class OutboxTable {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  OutboxTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
  }

  /** Writes messages with the commit. */
  void insert(List<OutboxMessage> messages) {
    for (OutboxMessage message : messages) {
      writes.add(
          "insert into outbox (topic, account, sequence, partition, payload, traceparent)"
              + " values (?, ?, ?, ?, ?, ?)",
          message.topic().topicName(),
          message.account().value(),
          message.sequence(),
          message.partition(),
          message.payload(),
          message.traceparent());
    }
  }

  /** The last sequence of each topic and account of a partition. */
  void lastSequences(OutboxScope scope, BiConsumer<OutboxStream, Long> into) {
    jdbc.query(
        "select topic, account, max(sequence) from outbox where partition = ?"
            + " and (?::text is null or account = ?) group by topic, account",
        (RowCallbackHandler)
            row ->
                into.accept(
                    new OutboxStream(
                        Topic.named(row.getString(1)).orElseThrow(),
                        new AccountId(row.getString(2))),
                    row.getLong(3)),
        scope.partition(),
        scope.accountText(),
        scope.accountText());
  }

  /** What is not known to be published, in the order in which it must be. */
  List<OutboxMessage> left(OutboxScope scope) {
    return jdbc.query(
        "select topic, account, sequence, partition, payload, traceparent from outbox"
            + " where partition = ? and (?::text is null or account = ?) and not published"
            + " order by topic, account, sequence",
        (row, number) ->
            new OutboxMessage(
                Topic.named(row.getString(1)).orElseThrow(),
                new AccountId(row.getString(2)),
                row.getInt(4),
                row.getLong(3),
                row.getBytes(5),
                row.getString(6)),
        scope.partition(),
        scope.accountText(),
        scope.accountText());
  }

  /**
   * A stretch of a stream that is published.
   *
   * @param from what is before it was forgotten earlier
   * @param to its last
   */
  record Published(OutboxStream stream, long from, long to) {}

  /**
   * Forgets what is published, but for the last of each stream, which carries the sequence on. Each
   * stretch is bounded below, so that the rows forgotten earlier are not walked through again.
   */
  void prune(Collection<Published> published) {
    for (Published stretch : published) {
      writes.add(
          "delete from outbox where topic = ? and account = ? and sequence >= ? and sequence < ?",
          stretch.stream().topic().topicName(),
          stretch.stream().account().value(),
          stretch.from(),
          stretch.to());
      writes.add(
          "update outbox set published = true where topic = ? and account = ? and sequence = ?",
          stretch.stream().topic().topicName(),
          stretch.stream().account().value(),
          stretch.to());
    }
  }
}
