package io.palmyra.marketdata.inbound;

import io.palmyra.marketdata.application.Feed;
import io.palmyra.marketdata.application.FeedReport;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** DOWN when the feed failed or has fallen silent; a replay that is over or waits is well. */
@Component
class FeedHealthIndicator implements HealthIndicator {
  private final Feed feed;

  FeedHealthIndicator(Feed feed) {
    this.feed = feed;
  }

  @Override
  public Health health() {
    FeedReport report = feed.report();
    Health.Builder health =
        switch (report.state()) {
          case WAITING, RUNNING, FINISHED -> Health.up();
          case STALE, FAILED -> Health.down();
          case STOPPED -> Health.outOfService();
        };
    return health
        .withDetail("provider", report.provider())
        .withDetail("state", report.state())
        .withDetail("detail", report.detail())
        .build();
  }
}
