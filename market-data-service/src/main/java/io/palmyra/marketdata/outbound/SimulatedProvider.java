package io.palmyra.marketdata.outbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.marketdata.SimulatedInstrument;
import io.palmyra.core.marketdata.SimulatedMarket;
import io.palmyra.marketdata.application.MarketDataListener;
import io.palmyra.marketdata.application.MarketDataProvider;
import io.palmyra.marketdata.application.TickBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated market in wall time. At the first start it makes up some history; later it goes on
 * from the last prices that were stored.
 */
public final class SimulatedProvider implements MarketDataProvider {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedProvider.class);
  private static final Duration FINE_HISTORY = Duration.ofMinutes(15);
  private static final Duration SLICE = Duration.ofSeconds(10);
  private static final int HISTORY_BATCH = 2_000;

  private final Settings settings;
  private final List<InstrumentDefined> instruments;
  private final InstantSource clock;
  private final Supplier<Map<InstrumentId, Price>> lastCloses;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("simulated-market").factory());

  /**
   * How the market is run.
   *
   * @param seed of all its chance
   * @param ticksPerSecond of each instrument, on average
   * @param history how much is made up where nothing is stored yet
   * @param step time between two looks at the market
   */
  public record Settings(long seed, double ticksPerSecond, Duration history, Duration step) {}

  /**
   * @param lastCloses where the prices stood when they were last stored, empty at the first start
   */
  public SimulatedProvider(
      Settings settings,
      List<InstrumentDefined> instruments,
      InstantSource clock,
      Supplier<Map<InstrumentId, Price>> lastCloses) {
    this.settings = settings;
    this.instruments = List.copyOf(instruments);
    this.clock = clock;
    this.lastCloses = lastCloses;
  }

  @Override
  public String name() {
    return SimulatedMarket.PROVIDER;
  }

  @Override
  public List<InstrumentDefined> instruments() {
    return instruments;
  }

  @Override
  public void start(MarketDataListener listener) {
    timer.execute(() -> guarded(listener, () -> open(listener)));
  }

  @Override
  public void stop() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void open(MarketDataListener listener) {
    Map<InstrumentId, Price> levels = lastCloses.get();
    Instant now = clock.instant();
    boolean first = levels.isEmpty() && settings.history().isPositive();
    var market =
        new SimulatedMarket(
            settings.seed(),
            SimulatedInstrument.of(instruments),
            settings.ticksPerSecond(),
            first ? now.minus(settings.history()) : now,
            levels);
    if (first) {
      makeHistory(market, now, listener);
    }
    long step = settings.step().toNanos();
    var _ =
        timer.scheduleAtFixedRate(
            () -> guarded(listener, () -> step(market, listener)), 0, step, TimeUnit.NANOSECONDS);
  }

  /** Long strides to a quarter of an hour ago, then beat by beat, as if it had been live. */
  private static void makeHistory(
      SimulatedMarket market, Instant now, MarketDataListener listener) {
    Instant fine = now.minus(FINE_HISTORY);
    deliver(market.history(fine), listener);
    for (Instant until = fine; until.isBefore(now); until = until.plus(SLICE)) {
      deliver(market.step(until), listener);
    }
    deliver(market.step(now), listener);
    LOG.info("simulated market has made up its history until={}", now);
  }

  private static void deliver(List<QuoteTick> ticks, MarketDataListener listener) {
    for (int from = 0; from < ticks.size(); from += HISTORY_BATCH) {
      int to = Math.min(ticks.size(), from + HISTORY_BATCH);
      listener.on(TickBatch.history(ticks.subList(from, to)));
    }
  }

  private void step(SimulatedMarket market, MarketDataListener listener) {
    Instant now = clock.instant();
    listener.on(TickBatch.live(market.step(now), now));
  }

  private void guarded(MarketDataListener listener, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("simulated market failed", e);
      listener.failed(e.toString());
      timer.shutdown();
    }
  }
}
