package io.palmyra.marketdata.application;

import static io.palmyra.marketdata.application.FeedFixture.replayed;
import static io.palmyra.marketdata.application.FeedFixture.tick;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FeedPartsTests {
  @Test
  void waitsWhenTooMuchIsUnderWayAndGoesOnWhenItArrived() {
    var feed = new FeedFixture(false, 2);
    var third =
        CompletableFuture.runAsync(
            () ->
                feed.ingest.on(
                    replayed(
                        tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z"),
                        tick("1.08000", "1.08002", "2014-05-01T10:00:00.2Z"),
                        tick("1.08000", "1.08002", "2014-05-01T10:00:00.3Z"))));
    Awaitility.await().until(() -> feed.kafka.history().size() == 2);
    assertThat(third).isNotDone();
    feed.kafka.completeNext();
    Awaitility.await().until(third::isDone);
    assertThat(feed.kafka.history()).hasSize(3);
  }

  @Test
  void countsWhatKafkaDidNotTakeAndTellsThatItFails() {
    var feed = new FeedFixture(false, 10);
    feed.ingest.on(replayed(tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z")));
    feed.kafka.errorNext(new IllegalStateException("gone"));
    assertThat(feed.publisher.failing()).isTrue();
    assertThat(feed.report().counts().publishFailures()).isEqualTo(1);
    feed.ingest.on(replayed(tick("1.08000", "1.08002", "2014-05-01T10:00:00.2Z")));
    feed.kafka.completeNext();
    assertThat(feed.publisher.failing()).isFalse();
  }

  @Test
  void storesAllBarsOnceTheDatabaseIsBack() {
    var feed = new FeedFixture(true, 100);
    feed.store.away = true;
    feed.bars.start();
    feed.ingest.on(
        replayed(
            tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z"),
            tick("1.08000", "1.08002", "2014-05-01T10:00:01.1Z"),
            tick("1.08000", "1.08002", "2014-05-01T10:00:02.1Z")));
    Awaitility.await().until(feed.bars::failing);
    feed.store.away = false;
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> feed.store.saved.size() == 2);
    assertThat(feed.bars.failing()).isFalse();
    feed.bars.stop();
    assertThat(feed.report().counts().barsNotStored()).isZero();
  }

  @Test
  void countsBarsThatNeverReachedTheDatabase() {
    var feed = new FeedFixture(true, 100);
    feed.store.away = true;
    feed.bars.start();
    feed.ingest.on(
        replayed(
            tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z"),
            tick("1.08000", "1.08002", "2014-05-01T10:00:01.1Z")));
    Awaitility.await().until(feed.bars::failing);
    feed.bars.stop();
    assertThat(feed.report().counts().barsNotStored()).isEqualTo(1);
  }

  @Test
  void answersFromMemoryWhileTheCacheIsAway() {
    var feed = new FeedFixture(true, 100);
    feed.cache.away = true;
    var quote = tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z");
    feed.ingest.on(replayed(quote));
    feed.quotes.writeChanged();
    assertThat(feed.quotes.failing()).isTrue();
    assertThat(feed.quotes.of(List.of(FeedFixture.EURUSD.instrument()))).containsExactly(quote);
    feed.cache.away = false;
    feed.quotes.writeChanged();
    feed.quotes.writeChanged();
    assertThat(feed.cache.saved).as("written once it is back, and once only").hasSize(1);
    assertThat(feed.quotes.failing()).isFalse();
  }

  @Test
  void answersFromTheCacheAfterARestart() {
    var feed = new FeedFixture(true, 100);
    var quote = tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z");
    feed.cache.saved.add(quote);
    assertThat(feed.quotes.of(List.of(FeedFixture.EURUSD.instrument()))).containsExactly(quote);
  }

  @Test
  void keepsAThousandRejectedRowsAndCountsAll() {
    var feed = new FeedFixture(true, 100);
    for (int line = 1; line <= 1200; line++) {
      feed.log.rejected(new RejectedRow("day.csv", line, "is no price", "x"));
    }
    assertThat(feed.report().counts().rowsRejected()).isEqualTo(1200);
    assertThat(feed.report().rejectedRows()).hasSize(FeedLog.KEPT_ROWS);
  }
}
