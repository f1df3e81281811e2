package io.palmyra.venue.inbound;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Start;
import io.palmyra.platform.stream.StreamReader;
import io.palmyra.platform.stream.StreamReaders;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.Prices;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the venue reads, and from where on. */
@Configuration(proxyBeanMethods = false)
class VenueReaders {
  private static final Duration GATHERING = Duration.ofMillis(2);

  @Bean
  MarketFeed marketFeed(Engine engine, Prices prices, InstantSource clock) {
    return new MarketFeed(engine, prices, clock);
  }

  @Bean
  StreamReader tickReader(StreamReaders readers, MarketFeed feed) {
    return readers
        .named("ticks")
        .reading(Topic.TICKS)
        .from(Start.LATEST)
        .gathering(GATHERING)
        .deliveringTo(feed);
  }

  @Bean
  StreamReader instrumentReader(StreamReaders readers, MarketFeed feed) {
    return readers
        .named("instruments")
        .reading(Topic.INSTRUMENTS)
        .from(Start.EARLIEST)
        .deliveringTo(feed);
  }
}
