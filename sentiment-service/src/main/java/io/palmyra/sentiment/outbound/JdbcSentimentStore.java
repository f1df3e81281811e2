package io.palmyra.sentiment.outbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.core.sentiment.ScoredHeadline;
import io.palmyra.sentiment.application.SentimentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Headlines and scores in PostgreSQL. */
@Repository
class JdbcSentimentStore implements SentimentStore {
  private static final String SCORES =
      """
      select id, instrument, score, confidence, headlines, source, published_at, known_at,
             valid_until, citations
      from scores
      """;

  private final JdbcTemplate jdbc;

  JdbcSentimentStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(ScoredHeadline headline, Instant knownAt) {
    return jdbc.update(
            """
            insert into headlines
              (instrument, feed, key, published_at, known_at, score, citation)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """,
            headline.instrument().value(),
            headline.source(),
            headline.key(),
            Timestamp.from(headline.publishedAt()),
            Timestamp.from(knownAt),
            headline.score(),
            headline.citation())
        == 1;
  }

  @Override
  public List<ScoredHeadline> headlines(InstrumentId instrument, Instant after, int limit) {
    return jdbc.query(
        """
        select instrument, feed, key, published_at, score, citation from headlines
        where instrument = ? and published_at > ? order by published_at desc limit ?
        """,
        JdbcSentimentStore::headline,
        instrument.value(),
        Timestamp.from(after),
        limit);
  }

  @Override
  public void add(Stored stored) {
    SentimentScored score = stored.score();
    jdbc.update(
        """
        insert into scores
          (id, instrument, score, confidence, headlines, source, published_at, known_at,
           valid_until, citations)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        stored.id(),
        score.instrument().value(),
        score.score(),
        score.confidence(),
        score.headlines(),
        score.source(),
        Timestamp.from(score.publishedAt()),
        Timestamp.from(score.knownAt()),
        Timestamp.from(score.validUntil()),
        score.citations().toArray(String[]::new));
  }

  @Override
  public Optional<SentimentScored> latest(InstrumentId instrument) {
    return jdbc
        .query(
            SCORES + "where instrument = ? order by number desc limit 1",
            JdbcSentimentStore::stored,
            instrument.value())
        .stream()
        .map(Stored::score)
        .findFirst();
  }

  @Override
  public List<Stored> lockUnannounced(int limit) {
    return jdbc.query(
        SCORES + "where not announced order by number limit ? for update skip locked",
        JdbcSentimentStore::stored,
        limit);
  }

  @Override
  public void announced(String id) {
    jdbc.update("update scores set announced = true where id = ?", id);
  }

  @Override
  public int forget(Instant knownBefore) {
    return jdbc.update("delete from headlines where known_at < ?", Timestamp.from(knownBefore));
  }

  private static ScoredHeadline headline(ResultSet row, int number) throws SQLException {
    return new ScoredHeadline(
        new InstrumentId(row.getString("instrument")),
        row.getString("feed"),
        row.getString("key"),
        row.getTimestamp("published_at").toInstant(),
        row.getDouble("score"),
        row.getString("citation"));
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getString("id"),
        new SentimentScored(
            new InstrumentId(row.getString("instrument")),
            row.getDouble("score"),
            row.getDouble("confidence"),
            row.getInt("headlines"),
            row.getString("source"),
            row.getTimestamp("published_at").toInstant(),
            row.getTimestamp("known_at").toInstant(),
            row.getTimestamp("valid_until").toInstant(),
            List.of((String[]) row.getArray("citations").getArray())));
  }
}
