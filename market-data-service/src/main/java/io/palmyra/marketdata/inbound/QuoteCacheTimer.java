package io.palmyra.marketdata.inbound;

import io.palmyra.marketdata.application.LatestQuotes;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the quotes that changed written to the cache, four times a second. */
@Component
class QuoteCacheTimer {
  private final LatestQuotes quotes;

  QuoteCacheTimer(LatestQuotes quotes) {
    this.quotes = quotes;
  }

  @Scheduled(fixedDelay = 250)
  void write() {
    quotes.writeChanged();
  }
}
