package io.palmyra.sentiment.inbound;

import io.palmyra.sentiment.application.Newsroom;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells how the feeds do. Always UP: a feed that is down makes scores stale, which they say
 * themselves, and a restart would not bring it back.
 */
@Component("feeds")
class FeedsHealthIndicator implements HealthIndicator {
  private final Newsroom newsroom;

  FeedsHealthIndicator(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  @Override
  public Health health() {
    return Health.up().withDetails(newsroom.report()).build();
  }
}
