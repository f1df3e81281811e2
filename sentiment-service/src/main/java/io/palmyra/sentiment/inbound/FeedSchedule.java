package io.palmyra.sentiment.inbound;

import io.palmyra.sentiment.application.Newsroom;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Wakes the newsroom, from when the service has started. */
@Component
class FeedSchedule {
  private final Newsroom newsroom;

  FeedSchedule(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  @Scheduled(fixedRate = 250)
  void poll() {
    newsroom.poll();
  }

  @Scheduled(fixedRate = 5000)
  void catchUp() {
    newsroom.catchUp();
  }

  @Scheduled(fixedRate = 3_600_000)
  void tidy() {
    newsroom.tidy();
  }
}
