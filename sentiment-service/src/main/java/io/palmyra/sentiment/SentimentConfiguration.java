package io.palmyra.sentiment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.sentiment.Keywords;
import io.palmyra.core.sentiment.SentimentAggregation;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.sentiment.application.FeedReader;
import io.palmyra.sentiment.application.LatestScores;
import io.palmyra.sentiment.application.NewsFeed;
import io.palmyra.sentiment.application.Newsroom;
import io.palmyra.sentiment.application.SentimentStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the use cases of sentiment. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SentimentConfiguration {
  private static final Duration REMEMBERED_BEYOND_TTL = Duration.ofHours(1);

  private static List<NewsFeed> newsFeeds(SentimentProperties settings) {
    return settings.feeds().stream()
        .map(
            feed ->
                new NewsFeed(
                    feed.name(),
                    feed.url(),
                    feed.instruments().stream().map(SentimentConfiguration::coverage).toList()))
        .toList();
  }

  private static NewsFeed.Coverage coverage(SentimentProperties.CoverageSettings it) {
    return new NewsFeed.Coverage(
        it.instrument(), new Keywords(it.keywords()), it.inverse() ? -1 : 1);
  }

  @Bean
  LatestScores latestScores(
      SentimentProperties settings, InstantSource clock, MeterRegistry metrics) {
    List<InstrumentId> covered =
        settings.feeds().stream()
            .flatMap(feed -> feed.instruments().stream())
            .map(SentimentProperties.CoverageSettings::instrument)
            .distinct()
            .toList();
    var latest = new LatestScores(covered, settings.forgetAfter());
    covered.forEach(instrument -> ageGauge(latest, instrument, clock, metrics));
    return latest;
  }

  private static void ageGauge(
      LatestScores latest, InstrumentId instrument, InstantSource clock, MeterRegistry metrics) {
    Gauge.builder(
            "palmyra.sentiment.age",
            latest,
            it ->
                it.of(instrument)
                    .map(score -> Duration.between(score.publishedAt(), clock.instant()))
                    .map(age -> age.toMillis() / 1000.0)
                    .orElse(Double.NaN))
        .description("Of the newest headline of an instrument's score; NaN without a score")
        .baseUnit("seconds")
        .tag("instrument", instrument.value())
        .register(metrics);
  }

  @Bean
  Newsroom newsroom(
      SentimentProperties settings,
      FeedReader reader,
      LatestScores latest,
      SentimentStore store,
      Publisher publisher,
      TransactionTemplate transaction,
      Ids ids,
      MeterRegistry metrics,
      InstantSource clock,
      MonotonicClock monotonic,
      AsyncTaskExecutor applicationTaskExecutor) {
    return new Newsroom(
        newsFeeds(settings),
        new Newsroom.Pace(
            settings.pollInterval(),
            settings.firstBackOff(),
            settings.maximumBackOff(),
            settings.ttl().plus(REMEMBERED_BEYOND_TTL)),
        new Newsroom.Scoring(
            new SentimentAggregation(settings.halfLife(), settings.ttl()),
            settings.maximumHeadlines()),
        new Newsroom.Parts(
            reader,
            latest,
            store,
            publisher,
            transaction,
            ids,
            metrics,
            new SecureRandom(),
            clock,
            monotonic,
            applicationTaskExecutor));
  }
}
