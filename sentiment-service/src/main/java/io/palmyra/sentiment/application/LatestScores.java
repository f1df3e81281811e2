package io.palmyra.sentiment.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last score of each instrument that a feed covers, for who asks. Holds at most one an
 * instrument and forgets those whose news are too old to be shown. Thread-safe.
 */
public final class LatestScores {
  private final Set<InstrumentId> covered;
  private final Duration forgetAfter;
  private final Map<InstrumentId, SentimentScored> scores = new ConcurrentHashMap<>();

  /**
   * @param covered all instruments that can have a score
   * @param forgetAfter age of the newest headline at which a score is shown no more
   */
  public LatestScores(Collection<InstrumentId> covered, Duration forgetAfter) {
    this.covered = Set.copyOf(covered);
    this.forgetAfter = forgetAfter;
  }

  /** All instruments that can have a score. */
  public Set<InstrumentId> covered() {
    return covered;
  }

  /** Keeps the score unless a later one is there. */
  public void put(SentimentScored score) {
    if (covered.contains(score.instrument())) {
      scores.merge(
          score.instrument(), score, (old, it) -> it.knownAt().isBefore(old.knownAt()) ? old : it);
    }
  }

  /** The last score of an instrument, stale or not. */
  public Optional<SentimentScored> of(InstrumentId instrument) {
    return Optional.ofNullable(scores.get(instrument));
  }

  /** All last scores, by instrument. */
  public List<SentimentScored> all() {
    return covered.stream()
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .flatMap(it -> of(it).stream())
        .toList();
  }

  /** Brings scores up to what other instances stored, and forgets those that are too old. */
  void refresh(SentimentStore store, Instant now) {
    covered.forEach(it -> store.latest(it).ifPresent(this::put));
    scores.values().removeIf(it -> it.publishedAt().plus(forgetAfter).isBefore(now));
  }
}
