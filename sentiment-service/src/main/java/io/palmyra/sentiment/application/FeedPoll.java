package io.palmyra.sentiment.application;

import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks one feed when it is due and takes in what it says. Any thread may call; only one at a time
 * asks.
 */
final class FeedPoll {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);

  private final NewsFeed feed;
  private final FeedReader reader;
  private final NewsIntake intake;
  private final FeedCounts counts;
  private final Pace pace;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile FeedState state;

  /** When to ask: the same for all feeds. */
  record Pace(Duration interval, BackOff backOff, RandomGenerator chance, MonotonicClock clock) {}

  FeedPoll(NewsFeed feed, FeedReader reader, NewsIntake intake, FeedCounts counts, Pace pace) {
    this.feed = feed;
    this.reader = reader;
    this.intake = intake;
    this.counts = counts;
    this.pace = pace;
    state = FeedState.first(pace.clock().nanos());
  }

  String name() {
    return feed.name();
  }

  FeedState state() {
    return state;
  }

  boolean due() {
    return !asking.get() && pace.clock().nanos() - state.dueNanos() >= 0;
  }

  /** Asks the feed if it is due and nobody else does. */
  void ask() {
    if (!due() || !asking.compareAndSet(false, true)) {
      return;
    }
    try {
      state = next(reader.read(feed, state.version()));
    } catch (RuntimeException e) {
      // The database, as the reader gives failures as values: the same version is read again.
      LOG.warn("news not taken in feed={} cause={}", feed.name(), e.toString());
      counts.fetched(feed.name(), "NOT_STORED");
      state =
          in(pace.interval(), new FeedState(state.version(), state.failures(), 0, e.toString()));
    } finally {
      asking.set(false);
    }
  }

  private FeedState next(FeedAnswer answer) {
    return switch (answer) {
      case FeedAnswer.Fresh fresh -> {
        intake.take(feed, fresh.items());
        yield good("FRESH", fresh.version(), fresh.items().size() + " entries");
      }
      case FeedAnswer.Unchanged _ -> good("UNCHANGED", state.version(), "unchanged");
      case FeedAnswer.Failed failed -> bad(failed);
    };
  }

  private FeedState good(String outcome, FeedAnswer.Version version, String detail) {
    counts.fetched(feed.name(), outcome);
    if (state.failures() > 0) {
      LOG.info("feed answers again feed={} failures={}", feed.name(), state.failures());
    }
    return in(pace.interval(), new FeedState(version, 0, 0, detail));
  }

  private FeedState bad(FeedAnswer.Failed failed) {
    int failures = state.failures() + 1;
    Duration wait = pace.backOff().after(failures, failed.retryAfter(), pace.chance().nextDouble());
    counts.fetched(feed.name(), failed.cause().name());
    counts.backedOff(feed.name(), failed.cause(), wait);
    // A line when it begins; how it goes on is told by metrics and health.
    LOG.atLevel(failures == 1 ? Level.WARN : Level.DEBUG)
        .log(
            "feed failed feed={} cause={} failures={} wait={} detail={}",
            feed.name(),
            failed.cause(),
            failures,
            wait,
            failed.detail());
    return in(
        wait, new FeedState(state.version(), failures, 0, failed.cause() + ": " + failed.detail()));
  }

  private FeedState in(Duration wait, FeedState next) {
    return new FeedState(
        next.version(), next.failures(), pace.clock().nanos() + wait.toNanos(), next.detail());
  }
}
