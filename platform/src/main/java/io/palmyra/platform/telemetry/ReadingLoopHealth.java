package io.palmyra.platform.telemetry;

import io.palmyra.platform.stream.ReadingLoop;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * DOWN when a loop that reads has died: a restart is the cure, so liveness has it too. DEGRADED
 * while one lives but has stopped a part of its work: a person must look, a restart changes
 * nothing.
 */
final class ReadingLoopHealth implements HealthIndicator {
  /** Alive, but a part of the work is stopped. */
  static final Status DEGRADED = new Status("DEGRADED");

  private final Supplier<List<ReadingLoop>> loops;

  ReadingLoopHealth(Supplier<List<ReadingLoop>> loops) {
    this.loops = loops;
  }

  @Override
  public Health health() {
    var health = Health.up();
    Status worst = Status.UP;
    for (ReadingLoop loop : loops.get()) {
      String failure = loop.failure().orElse("");
      if (!loop.alive()) {
        worst = Status.DOWN;
        health.withDetail(loop.name(), "dead: " + failure);
      } else if (!failure.isEmpty()) {
        worst = worst.equals(Status.DOWN) ? worst : DEGRADED;
        health.withDetail(loop.name(), failure);
      } else {
        health.withDetail(loop.name(), "alive");
      }
    }
    return health.status(worst).build();
  }
}
