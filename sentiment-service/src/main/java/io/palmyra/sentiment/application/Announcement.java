package io.palmyra.sentiment.application;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes scores that are stored and not yet announced, in order. What Kafka did not acknowledge
 * is published again later under the same id, so a score may come twice but is never lost. Safe for
 * any thread and for several instances.
 */
final class Announcement {
  private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);
  private static final int AT_ONCE = 100;
  private static final long PATIENCE_SECONDS = 8;

  private final SentimentStore store;
  private final Publisher publisher;
  private final TransactionOperations transaction;

  /**
   * @param transaction that holds what is being announced
   */
  Announcement(SentimentStore store, Publisher publisher, TransactionOperations transaction) {
    this.store = store;
    this.publisher = publisher;
    this.transaction = transaction;
  }

  /** Announces what waits; the rest waits for the next call when Kafka does not answer. */
  void announce() {
    transaction.executeWithoutResult(_ -> publish(store.lockUnannounced(AT_ONCE)));
  }

  private void publish(List<SentimentStore.Stored> waiting) {
    List<CompletableFuture<?>> sends =
        waiting.stream().<CompletableFuture<?>>map(this::send).toList();
    for (int i = 0; i < sends.size(); i++) {
      if (!acknowledged(sends.get(i))) {
        return;
      }
      store.announced(waiting.get(i).id());
    }
  }

  private CompletableFuture<?> send(SentimentStore.Stored stored) {
    var score = stored.score();
    return publisher.publish(
        Topic.SENTIMENT,
        score.instrument().value(),
        publisher.envelope(stored.id(), score, score.knownAt(), null));
  }

  private static boolean acknowledged(CompletableFuture<?> send) {
    try {
      send.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("score not announced, will be again cause={}", e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
