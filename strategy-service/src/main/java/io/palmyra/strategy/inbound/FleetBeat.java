package io.palmyra.strategy.inbound;

import io.palmyra.strategy.StrategyProperties;
import io.palmyra.strategy.application.Fleet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Turns the fleet on a beat, from when the service is up until it goes down. */
@Component
final class FleetBeat implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(FleetBeat.class);

  private final Fleet fleet;
  private final StrategyProperties settings;
  private @Nullable ScheduledExecutorService beat;

  FleetBeat(Fleet fleet, StrategyProperties settings) {
    this.fleet = fleet;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    var executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("strategy-fleet").unstarted(task));
    executor.scheduleWithFixedDelay(
        this::turn, 0, settings.assignEvery().toMillis(), TimeUnit.MILLISECONDS);
    beat = executor;
  }

  private void turn() {
    try {
      fleet.turn();
    } catch (RuntimeException e) {
      LOG.warn("fleet not turned cause={}", e.toString());
    }
  }

  @Override
  public synchronized void stop() {
    if (beat != null) {
      beat.shutdownNow();
      beat.close();
      beat = null;
    }
    fleet.stopAll();
  }

  @Override
  public synchronized boolean isRunning() {
    return beat != null;
  }
}
