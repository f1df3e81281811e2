package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * Says on control that the deciding loop is alive. Called by that loop itself, so that a loop that
 * is stuck, or owns nothing because its database fails, falls silent.
 */
public final class Pulse {
  private final String instance;
  private final Duration every;
  private final ControlTopic control;
  private final MonotonicClock monotonic;
  private final InstantSource clock;
  private long counter;
  private long nextNanos;

  /**
   * @param instance name of this process
   * @param every how often
   */
  public Pulse(
      String instance,
      Duration every,
      ControlTopic control,
      MonotonicClock monotonic,
      InstantSource clock) {
    this.instance = instance;
    this.every = every;
    this.control = control;
    this.monotonic = monotonic;
    this.clock = clock;
    this.nextNanos = monotonic.nanos();
  }

  /** Beats if it is time to, for these partitions; never blocks. */
  public void beat(Set<Integer> partitions) {
    long now = monotonic.nanos();
    if (partitions.isEmpty() || now - nextNanos < 0) {
      return;
    }
    nextNanos = now + every.toNanos();
    control.write(
        new RiskHeartbeat(
            instance, ++counter, partitions.stream().sorted().toList(), clock.instant()));
  }
}
