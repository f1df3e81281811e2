package io.palmyra.venue.inbound;

import io.palmyra.venue.application.Engine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** DOWN when the engine's thread has died. */
@Component
class EngineHealth implements HealthIndicator {
  private final Engine engine;

  EngineHealth(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Health health() {
    Throwable death = engine.death();
    return death == null ? Health.up().build() : Health.down().withException(death).build();
  }
}
