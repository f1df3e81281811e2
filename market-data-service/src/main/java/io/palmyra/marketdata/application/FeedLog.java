package io.palmyra.marketdata.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.palmyra.core.marketdata.QuarantineReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what passes and keeps what a person wants to see of it. Thread-safe. */
public final class FeedLog {
  /** So many rejected rows are kept; all are counted. */
  static final int KEPT_ROWS = 1000;

  private static final int LOGGED_ROWS = 20;
  private static final Logger LOG = LoggerFactory.getLogger(FeedLog.class);

  private final Counter ticks;
  private final Counter late;
  private final Counter bars;
  private final Counter barsNotStored;
  private final Counter rows;
  private final Counter publishFailures;
  private final Timer publishing;
  private final Map<QuarantineReason, Counter> quarantined = new EnumMap<>(QuarantineReason.class);
  private final List<RejectedRow> kept = new ArrayList<>();
  private volatile @Nullable Instant marketTime;

  /**
   * @param metrics where the counters are registered
   */
  public FeedLog(MeterRegistry metrics) {
    ticks = metrics.counter("palmyra.marketdata.ticks");
    late = metrics.counter("palmyra.marketdata.ticks.late");
    bars = metrics.counter("palmyra.marketdata.bars");
    barsNotStored = metrics.counter("palmyra.marketdata.bars.not.stored");
    rows = metrics.counter("palmyra.marketdata.rows.rejected");
    publishFailures = metrics.counter("palmyra.marketdata.publish.failures");
    publishing =
        Timer.builder("palmyra.marketdata.publish")
            .description("From the call to Kafka's acknowledgement, one tick of each batch")
            .publishPercentiles(0.5, 0.99)
            .register(metrics);
    for (QuarantineReason reason : QuarantineReason.values()) {
      quarantined.put(
          reason, metrics.counter("palmyra.marketdata.ticks.quarantined", "reason", reason.name()));
    }
  }

  void good(int count, Instant upTo) {
    ticks.increment(count);
    marketTime = upTo;
  }

  void late(long count) {
    late.increment((double) count);
  }

  void barClosed() {
    bars.increment();
  }

  void barsNotStored(int count) {
    barsNotStored.increment(count);
  }

  void quarantined(QuarantineReason reason) {
    Counter counter = quarantined.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }

  void publishFailed() {
    publishFailures.increment();
  }

  void published(Duration took) {
    publishing.record(took);
  }

  /** Counts a row and keeps it if it is among the first. */
  void rejected(RejectedRow row) {
    rows.increment();
    int known;
    synchronized (kept) {
      known = kept.size();
      if (known < KEPT_ROWS) {
        kept.add(row);
      }
    }
    if (known < LOGGED_ROWS) {
      LOG.warn("row rejected file={} line={} cause={}", row.file(), row.line(), row.cause());
    } else if (known == LOGGED_ROWS) {
      LOG.warn("more rows are rejected: they are counted, and listed by /api/v1/feeds");
    }
  }

  /** What can be told now. */
  FeedReport report(String provider, FeedState state, String detail) {
    var reasons = new EnumMap<QuarantineReason, Long>(QuarantineReason.class);
    quarantined.forEach((reason, counter) -> reasons.put(reason, (long) counter.count()));
    List<RejectedRow> rejected;
    synchronized (kept) {
      rejected = List.copyOf(kept);
    }
    return new FeedReport(
        provider,
        state,
        detail,
        marketTime,
        new FeedReport.Counts(
            (long) ticks.count(),
            (long) late.count(),
            (long) bars.count(),
            (long) barsNotStored.count(),
            (long) rows.count(),
            (long) publishFailures.count()),
        reasons,
        rejected);
  }
}
