package io.palmyra.marketdata.application;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.market.TickQuarantined;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes market data without waiting for each record: a bounded number is under way at a time,
 * and whoever publishes more waits. A record that fails is counted; what follows is tried again.
 */
public final class TickPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(TickPublisher.class);

  private final Publisher publisher;
  private final MessageCodec codec;
  private final MonotonicClock clock;
  private final FeedLog log;
  private final Semaphore room;
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * @param maximumUnderWay records sent and not yet acknowledged
   */
  public TickPublisher(
      Publisher publisher,
      MessageCodec codec,
      MonotonicClock clock,
      FeedLog log,
      int maximumUnderWay) {
    this.publisher = publisher;
    this.codec = codec;
    this.clock = clock;
    this.log = log;
    this.room = new Semaphore(maximumUnderWay);
  }

  /**
   * A good tick.
   *
   * @param measured whether the time until its acknowledgement is recorded
   */
  void tick(String id, QuoteTick tick, String traceparent, boolean measured) {
    Envelope<QuoteTick> envelope = publisher.envelope(id, tick, tick.time(), null);
    send(Topic.TICKS, tick.instrument().value(), envelope, traceparent, measured);
  }

  /** A closed bar, caused by the last tick in it, whose id and trace it goes on with. */
  void bar(BarClosed bar, String tickId, String traceparent) {
    String id = tickId + "-" + bar.interval();
    Envelope<BarClosed> envelope = publisher.envelope(id, bar, bar.closeTime(), tickId);
    send(Topic.BARS, bar.instrument().value(), envelope, traceparent, false);
  }

  /** A tick that must not move a decision. */
  void quarantined(String id, TickQuarantined tick) {
    Envelope<TickQuarantined> envelope = publisher.envelope(id, tick, tick.time(), null);
    String traceparent = TickIds.traceparent(id, false);
    send(Topic.TICKS_QUARANTINE, tick.instrument().value(), envelope, traceparent, false);
  }

  /** What an instrument is, from now on. */
  void instrument(InstrumentDefined instrument, Instant now) {
    Envelope<InstrumentDefined> envelope = publisher.envelope(instrument, now, null);
    send(Topic.INSTRUMENTS, instrument.instrument().value(), envelope, null, false);
  }

  /** Whether the last record that was heard of failed. */
  boolean failing() {
    return failing.get();
  }

  private void send(
      Topic topic,
      String key,
      Envelope<?> envelope,
      @Nullable String traceparent,
      boolean measured) {
    byte[] payload = codec.encode(envelope);
    room.acquireUninterruptibly();
    long sent = measured ? clock.nanos() : 0;
    publisher
        .publish(topic, key, payload, traceparent)
        .whenComplete(
            (metadata, failure) -> {
              room.release();
              heard(topic, failure);
              if (measured && failure == null) {
                log.published(Duration.ofNanos(clock.nanos() - sent));
              }
            });
  }

  private void heard(Topic topic, @Nullable Throwable failure) {
    if (failure != null) {
      log.publishFailed();
      if (failing.compareAndSet(false, true)) {
        LOG.error("publishing failed topic={}, trying on", topic.topicName(), failure);
      }
    } else if (failing.get() && failing.compareAndSet(true, false)) {
      LOG.info("publishing works again topic={}", topic.topicName());
    }
  }
}
