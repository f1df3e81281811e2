package io.palmyra.sentiment.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.core.sentiment.SentimentAggregation;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** All feeds: has each asked when it is due, in a thread of its own. Safe for any thread. */
public final class Newsroom {
  private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);

  private final List<FeedPoll> polls;
  private final Announcement announcement;
  private final LatestScores latest;
  private final SentimentStore store;
  private final InstantSource clock;
  private final Executor threads;
  private final Duration keep;

  /**
   * When feeds are asked.
   *
   * @param interval from one answer to the next question
   * @param firstBackOff about how long after a first failure
   * @param maximumBackOff the longest after failures
   * @param keepHeadlines how long a headline is remembered, longer than it counts
   */
  public record Pace(
      Duration interval, Duration firstBackOff, Duration maximumBackOff, Duration keepHeadlines) {}

  /**
   * How headlines make scores.
   *
   * @param aggregation of an instrument's headlines
   * @param maximumHeadlines the most that make a score
   */
  public record Scoring(SentimentAggregation aggregation, int maximumHeadlines) {}

  /**
   * What all feeds share.
   *
   * @param transaction that holds what is stored or announced together
   * @param ids for scores
   * @param chance that spreads back-offs
   * @param threads runs each question in a thread of its own
   */
  public record Parts(
      FeedReader reader,
      LatestScores latest,
      SentimentStore store,
      Publisher publisher,
      TransactionOperations transaction,
      Supplier<String> ids,
      MeterRegistry metrics,
      RandomGenerator chance,
      InstantSource clock,
      MonotonicClock monotonic,
      Executor threads) {}

  public Newsroom(List<NewsFeed> feeds, Pace pace, Scoring scoring, Parts parts) {
    var backOff = new BackOff(pace.firstBackOff(), pace.maximumBackOff());
    var counts = new FeedCounts(parts.metrics());
    var when = new FeedPoll.Pace(pace.interval(), backOff, parts.chance(), parts.monotonic());
    var intake = new NewsIntake(scoring, parts, counts);
    polls =
        feeds.stream()
            .map(feed -> new FeedPoll(feed, parts.reader(), intake, counts, when))
            .toList();
    announcement = new Announcement(parts.store(), parts.publisher(), parts.transaction());
    latest = parts.latest();
    store = parts.store();
    clock = parts.clock();
    threads = parts.threads();
    keep = pace.keepHeadlines();
  }

  /** Has every feed asked that is due; returns at once. */
  public void poll() {
    polls.stream().filter(FeedPoll::due).forEach(poll -> threads.execute(() -> ask(poll)));
  }

  private void ask(FeedPoll poll) {
    poll.ask();
    announce();
  }

  /** Announces what still waits, and brings what is shown up to date; every few seconds. */
  public void catchUp() {
    announce();
    latest.refresh(store, clock.instant());
  }

  private void announce() {
    try {
      announcement.announce();
    } catch (RuntimeException e) {
      // Without the database nothing is lost: what is stored waits there for the next turn.
      LOG.warn("scores not announced, will be again cause={}", e.toString());
    }
  }

  /** Forgets headlines that count no more; now and then. */
  public void tidy() {
    store.forget(clock.instant().minus(keep));
  }

  /** What came of each feed lately, by name. */
  public Map<String, String> report() {
    var report = new LinkedHashMap<String, String>();
    for (FeedPoll poll : polls) {
      FeedState state = poll.state();
      report.put(
          poll.name(),
          state.failures() == 0
              ? state.detail()
              : state.detail() + " (" + state.failures() + " failures in a row)");
    }
    return report;
  }
}
