package io.palmyra.sentiment.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.core.sentiment.ScoredHeadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Headlines and the history of scores; joins the caller's transaction. */
public interface SentimentStore {
  /** Stores a headline and says whether it was new. */
  boolean add(ScoredHeadline headline, Instant knownAt);

  /** The newest headlines of an instrument published after a moment. */
  List<ScoredHeadline> headlines(InstrumentId instrument, Instant after, int limit);

  /** Stores a score that is yet to be announced. */
  void add(Stored score);

  /** The newest score of an instrument. */
  Optional<SentimentScored> latest(InstrumentId instrument);

  /**
   * Scores yet to be announced, the oldest first; locked until the transaction ends, and passed
   * over by other instances meanwhile.
   */
  List<Stored> lockUnannounced(int limit);

  /** Marks a score as announced. */
  void announced(String id);

  /** Deletes headlines known before a moment. */
  int forget(Instant knownBefore);

  /**
   * A score of the history.
   *
   * @param id of its message
   * @param score the message
   */
  record Stored(String id, SentimentScored score) {}
}
