package io.palmyra.marketdata.outbound.replay;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.marketdata.application.MarketDataListener;
import io.palmyra.marketdata.application.MarketDataProvider;
import io.palmyra.marketdata.application.RejectedRow;
import io.palmyra.marketdata.application.TickBatch;
import io.palmyra.platform.settings.InvalidSetting;
import io.palmyra.platform.settings.InvalidSettingsException;
import io.palmyra.platform.time.MonotonicClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recorded history as if it were live, in the data's own time. A row that cannot be read is
 * reported with file, line and cause, a file that cannot be read likewise, and the rest goes on.
 */
public final class ReplayProvider implements MarketDataProvider, TickSource.Rows {
  /** Its name in settings and ticks. */
  public static final String NAME = "replay";

  private static final Logger LOG = LoggerFactory.getLogger(ReplayProvider.class);
  private static final int BATCH = 512;
  private static final int SHOWN_TEXT = 200;
  private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(50);

  private final ReplayFiles files;
  private final List<Path> paths;
  private final InstrumentDefined instrument;
  private final Pace pace;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<QuoteTick> batch = new ArrayList<>(BATCH);
  private final long[] lines = new long[BATCH];
  private String file = "";
  private long delivered;
  private Instant marketTime = Instant.EPOCH;
  private @Nullable MarketDataListener listener;
  private @Nullable Thread thread;

  /**
   * @param today only for terms that the data does not say, such as a future's expiry
   * @throws InvalidSettingsException if there is nothing to replay at the path of the settings
   */
  public ReplayProvider(ReplaySettings settings, LocalDate today, MonotonicClock clock) {
    this.files = new ReplayFiles(settings);
    this.pace = new Pace(settings.speed(), settings.longestPause(), clock);
    this.instrument = ReplayInstrument.of(settings, today);
    try {
      this.paths = files.list();
    } catch (IOException e) {
      throw new InvalidSettingsException(
          List.of(
              new InvalidSetting(
                  "palmyra.market-data.replay.path",
                  settings.path().toString(),
                  "a file or directory with data (" + e + ")")));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<InstrumentDefined> instruments() {
    return List.of(instrument);
  }

  @Override
  public void start(MarketDataListener taker) {
    listener = taker;
    thread = Thread.ofPlatform().name("replay").start(() -> run(taker));
  }

  @Override
  public void stop() {
    stopping.countDown();
    Thread replaying = thread;
    if (replaying != null) {
      try {
        replaying.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void tick(QuoteTick tick, long line) {
    if (pace.untilDue(tick.time()) > 0) {
      flush();
      waitFor(tick.time());
    }
    if (stopped()) {
      return;
    }
    lines[batch.size()] = line;
    batch.add(tick);
    if (tick.time().isAfter(marketTime)) {
      marketTime = tick.time();
    }
    if (batch.size() == BATCH) {
      flush();
    }
  }

  @Override
  public void reject(long line, String cause, String text) {
    String shown = text.length() > SHOWN_TEXT ? text.substring(0, SHOWN_TEXT) : text;
    listener().rejected(new RejectedRow(file, line, cause, shown));
  }

  private void run(MarketDataListener taker) {
    try {
      for (Path path : paths) {
        if (!stopped()) {
          replay(path);
        }
      }
      if (delivered == 0 && !stopped()) {
        taker.failed("no row of " + paths.size() + " files could be read; see rejectedRows");
      } else if (!stopped()) {
        LOG.info("replay finished ticks={} marketTime={}", delivered, marketTime);
        taker.finished();
      }
    } catch (RuntimeException e) {
      LOG.error("replay failed file={}", file, e);
      taker.failed(e.toString());
    }
  }

  private void replay(Path path) {
    file = String.valueOf(path.getFileName());
    LOG.info("replaying file={} instrument={}", path, instrument.instrument());
    try (TickSource source = files.open(path, instrument)) {
      boolean more = true;
      while (more && !stopped()) {
        more = source.read(this);
      }
    } catch (IOException e) {
      reject(0, String.valueOf(e.getMessage()), "");
    }
    flush();
  }

  private void waitFor(Instant time) {
    try {
      for (long wait = pace.untilDue(time); wait > 0; wait = pace.untilDue(time)) {
        if (stopping.await(Math.min(wait, LONGEST_NAP), TimeUnit.NANOSECONDS)) {
          return;
        }
        Instant now = pace.marketTime(time);
        if (now.isAfter(marketTime)) {
          marketTime = now;
          flush();
        }
      }
    } catch (InterruptedException e) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }

  /** Delivers what has gathered, or only the time. */
  private void flush() {
    String name = file;
    long[] of = Arrays.copyOf(lines, batch.size());
    delivered += batch.size();
    listener()
        .on(
            new TickBatch(
                TickBatch.Kind.REPLAYED,
                List.copyOf(batch),
                marketTime,
                index -> name + ":" + of[index]));
    batch.clear();
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  private MarketDataListener listener() {
    MarketDataListener taker = listener;
    if (taker == null) {
      throw new IllegalStateException("not started");
    }
    return taker;
  }
}
