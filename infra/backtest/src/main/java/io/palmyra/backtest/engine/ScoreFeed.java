package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Sentiment;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Scores in the order in which they became known; each is handed out once, never before. */
final class ScoreFeed {
  private final List<SentimentScored> scores;
  private int next;

  ScoreFeed(Sentiment sentiment) {
    scores = sentiment.scores();
  }

  /** Whether one is known by now that was not handed out. */
  boolean isDue(Instant now) {
    return next < scores.size() && !scores.get(next).knownAt().isAfter(now);
  }

  /** Hands out what is known by now. */
  void tellKnownBy(Instant now, Consumer<SentimentScored> told) {
    while (isDue(now)) {
      told.accept(scores.get(next++));
    }
  }
}
