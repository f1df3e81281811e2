package io.palmyra.marketdata.application;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one feed of this process: publishes what can be traded, starts the provider, knows where it
 * stands, and stops it with the service.
 */
public final class Feed implements SmartLifecycle, MarketDataListener {
  /** Starts after all that takes its ticks, stops before it. */
  static final int PHASE = Integer.MAX_VALUE - 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration STALE_AFTER = Duration.ofSeconds(10);

  private final MarketDataProvider provider;
  private final Ingest ingest;
  private final TickPublisher publisher;
  private final FeedLog log;
  private final InstantSource clock;
  private final MonotonicClock monotonic;
  private final boolean startsByItself;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile FeedState state = FeedState.WAITING;
  private volatile String detail = "";
  private volatile long lastHeard;
  private volatile boolean running;

  /**
   * @param startsByItself false if it waits for {@link #begin}
   */
  public Feed(
      MarketDataProvider provider,
      Ingest ingest,
      TickPublisher publisher,
      FeedLog log,
      InstantSource clock,
      MonotonicClock monotonic,
      boolean startsByItself) {
    this.provider = provider;
    this.ingest = ingest;
    this.publisher = publisher;
    this.log = log;
    this.clock = clock;
    this.monotonic = monotonic;
    this.startsByItself = startsByItself;
    this.lastHeard = monotonic.nanos();
  }

  @Override
  public void start() {
    running = true;
    instruments().forEach(each -> publisher.instrument(each, clock.instant()));
    if (startsByItself) {
      begin();
    } else {
      move(FeedState.WAITING, "starts when POST /api/v1/feeds/start asks for it");
    }
  }

  /** Starts the provider, once; later calls change nothing. */
  public void begin() {
    if (running && started.compareAndSet(false, true)) {
      lastHeard = monotonic.nanos();
      move(FeedState.RUNNING, "");
      provider.start(this);
    }
  }

  @Override
  public void stop() {
    running = false;
    provider.stop();
    if (state == FeedState.RUNNING) {
      move(FeedState.STOPPED, "");
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public void on(TickBatch batch) {
    ingest.on(batch);
    lastHeard = monotonic.nanos();
  }

  @Override
  public void rejected(RejectedRow row) {
    log.rejected(row);
  }

  @Override
  public void finished() {
    move(FeedState.FINISHED, "all data has been delivered; market time stays");
  }

  @Override
  public void failed(String cause) {
    move(FeedState.FAILED, cause);
  }

  /** What the provider quotes. */
  public List<InstrumentDefined> instruments() {
    return provider.instruments();
  }

  /** Where it stands. */
  public FeedState state() {
    boolean silent = monotonic.nanos() - lastHeard > STALE_AFTER.toNanos();
    return state == FeedState.RUNNING && silent ? FeedState.STALE : state;
  }

  /** What can be told of it now. */
  public FeedReport report() {
    return log.report(provider.name(), state(), detail);
  }

  private void move(FeedState next, String why) {
    LOG.info("feed provider={} old={} new={} detail={}", provider.name(), state, next, why);
    state = next;
    detail = why;
  }
}
