package io.palmyra.sentiment.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.core.sentiment.HeadlineScorer;
import io.palmyra.core.sentiment.ScoredHeadline;
import io.palmyra.core.sentiment.SentimentAggregation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes in a feed's entries: scores those that are new and speak of an instrument, and makes a new
 * score of each instrument that they touch; all in one transaction.
 *
 * <p>An entry without a date, older than the time to live or from the future is passed over: nobody
 * can tell its age. Safe for any thread.
 */
final class NewsIntake {
  /** Clocks of publishers may run ahead by so much; the entry counts as published when known. */
  private static final Duration TOLERATED_LEAD = Duration.ofMinutes(10);

  private final HeadlineScorer scorer = new HeadlineScorer();
  private final SentimentAggregation aggregation;
  private final SentimentStore store;
  private final LatestScores latest;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final FeedCounts counts;
  private final int maximumHeadlines;

  NewsIntake(Newsroom.Scoring scoring, Newsroom.Parts parts, FeedCounts counts) {
    this.aggregation = scoring.aggregation();
    this.maximumHeadlines = scoring.maximumHeadlines();
    this.store = parts.store();
    this.latest = parts.latest();
    this.transaction = parts.transaction();
    this.clock = parts.clock();
    this.ids = parts.ids();
    this.counts = counts;
  }

  /** Takes in what a feed holds now and returns the scores that changed. */
  List<SentimentScored> take(NewsFeed feed, List<NewsItem> items) {
    // No finer than the database keeps it: a score is the same before and after a restart.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<ScoredHeadline> headlines =
        items.stream().flatMap(item -> scored(feed, item, now).stream()).toList();
    List<SentimentScored> scores = transaction.execute(_ -> rescored(feed, headlines, now));
    List<SentimentScored> changed = scores == null ? List.of() : scores;
    changed.forEach(latest::put);
    return changed;
  }

  private List<SentimentScored> rescored(
      NewsFeed feed, List<ScoredHeadline> headlines, Instant now) {
    Set<InstrumentId> touched = new LinkedHashSet<>();
    for (ScoredHeadline headline : headlines) {
      if (store.add(headline, now)) {
        counts.headline(feed.name(), "NEW");
        touched.add(headline.instrument());
      }
    }
    List<SentimentScored> scores = new ArrayList<>();
    for (InstrumentId instrument : touched) {
      List<ScoredHeadline> counting =
          store.headlines(instrument, aggregation.oldest(now), maximumHeadlines);
      aggregation.score(instrument, counting, now).ifPresent(scores::add);
    }
    scores.forEach(score -> store.add(new SentimentStore.Stored(ids.get(), score)));
    return scores;
  }

  private List<ScoredHeadline> scored(NewsFeed feed, NewsItem item, Instant now) {
    Instant publishedAt = usableDate(item.publishedAt(), now);
    if (publishedAt == null) {
      counts.headline(feed.name(), "NO_USABLE_DATE");
      return List.of();
    }
    List<NewsFeed.Coverage> about =
        feed.coverage().stream().filter(it -> it.keywords().areIn(item.text())).toList();
    OptionalDouble score = about.isEmpty() ? OptionalDouble.empty() : scorer.score(item.text());
    if (score.isEmpty()) {
      return List.of();
    }
    return about.stream()
        .map(it -> headline(feed, it, item, publishedAt, score.getAsDouble()))
        .toList();
  }

  private @Nullable Instant usableDate(@Nullable Instant publishedAt, Instant now) {
    if (publishedAt == null
        || !publishedAt.isAfter(aggregation.oldest(now))
        || publishedAt.isAfter(now.plus(TOLERATED_LEAD))) {
      return null;
    }
    return publishedAt.isAfter(now) ? now : publishedAt;
  }

  private static ScoredHeadline headline(
      NewsFeed feed, NewsFeed.Coverage coverage, NewsItem item, Instant publishedAt, double score) {
    return new ScoredHeadline(
        coverage.instrument(),
        feed.name(),
        item.key(),
        publishedAt,
        coverage.direction() * score,
        item.citation());
  }
}
