package io.palmyra.core.sentiment;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes one score of an instrument's headlines.
 *
 * <p>A headline weighs 0.5^(age / half-life) and nothing once it is older than the time to live.
 * The score is the weighted mean. The confidence is n / (n + 2) × agreement, where n is the sum of
 * the weights and agreement is 1 minus the weighted mean distance from the score: many fresh
 * headlines that say the same give 1, one alone gives a third at most, and a tie gives 0. As all
 * weights fade alike, the score itself only changes when headlines come or leave.
 *
 * @param halfLife age at which a headline weighs half
 * @param timeToLive age at which it counts no more; a score is stale when its newest headline is so
 *     old
 */
public record SentimentAggregation(Duration halfLife, Duration timeToLive) {
  private static final double HALF_TRUSTED = 2;
  private static final int CITATIONS = 5;

  /** Order in which headlines count the same whatever order they came in. */
  private static final Comparator<ScoredHeadline> NEWEST_FIRST =
      Comparator.comparing(ScoredHeadline::publishedAt)
          .reversed()
          .thenComparing(ScoredHeadline::source)
          .thenComparing(ScoredHeadline::key);

  public SentimentAggregation {
    if (halfLife.toMillis() <= 0 || timeToLive.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "half-life " + halfLife + " or time to live " + timeToLive + " is not 1 ms or more");
    }
  }

  /** The first moment whose headlines still count. */
  public Instant oldest(Instant now) {
    return now.minus(timeToLive);
  }

  /**
   * The score as known at a moment.
   *
   * @param headlines of this instrument; in any order
   * @param now when they are known
   * @return empty when no headline counts: there is no score then, not a neutral one
   */
  public Optional<SentimentScored> score(
      InstrumentId instrument, List<ScoredHeadline> headlines, Instant now) {
    List<ScoredHeadline> counting =
        headlines.stream()
            .filter(it -> it.publishedAt().isAfter(oldest(now)) && !it.publishedAt().isAfter(now))
            .sorted(NEWEST_FIRST)
            .toList();
    if (counting.isEmpty()) {
      return Optional.empty();
    }
    Instant newest = counting.getFirst().publishedAt();
    // Weights beside the newest headline's first: they never all vanish, however old it is.
    double sum = 0;
    double weights = 0;
    for (ScoredHeadline headline : counting) {
      double weight = weight(headline.publishedAt(), newest);
      weights += weight;
      sum += weight * headline.score();
    }
    double score = Math.clamp(sum / weights, -1, 1);
    double count = weights * weight(newest, now);
    double confidence = count / (count + HALF_TRUSTED) * agreement(counting, newest, score);
    return Optional.of(
        new SentimentScored(
            instrument,
            score,
            confidence,
            counting.size(),
            sources(counting),
            newest,
            now,
            newest.plus(timeToLive),
            counting.stream().limit(CITATIONS).map(ScoredHeadline::citation).toList()));
  }

  private double agreement(List<ScoredHeadline> counting, Instant newest, double score) {
    double distance = 0;
    double weights = 0;
    for (ScoredHeadline headline : counting) {
      double weight = weight(headline.publishedAt(), newest);
      weights += weight;
      distance += weight * Math.abs(headline.score() - score);
    }
    return Math.clamp(1 - distance / weights, 0, 1);
  }

  private static String sources(List<ScoredHeadline> counting) {
    return counting.stream()
        .map(ScoredHeadline::source)
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private double weight(Instant publishedAt, Instant seenFrom) {
    double age = Duration.between(publishedAt, seenFrom).toMillis();
    return StrictMath.pow(0.5, age / halfLife.toMillis());
  }
}
