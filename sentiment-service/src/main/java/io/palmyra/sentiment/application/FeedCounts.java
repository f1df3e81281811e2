package io.palmyra.sentiment.application;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Counts what happens to feeds. Thread-safe. */
final class FeedCounts {
  private final MeterRegistry metrics;

  FeedCounts(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void fetched(String feed, String outcome) {
    metrics.counter("palmyra.sentiment.fetches", "feed", feed, "outcome", outcome).increment();
  }

  void backedOff(String feed, FeedAnswer.Cause cause, Duration wait) {
    metrics.timer("palmyra.sentiment.back.offs", "feed", feed, "cause", cause.name()).record(wait);
  }

  void headline(String feed, String outcome) {
    metrics.counter("palmyra.sentiment.headlines", "feed", feed, "outcome", outcome).increment();
  }
}
