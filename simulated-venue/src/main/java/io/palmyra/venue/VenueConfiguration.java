package io.palmyra.venue;

import io.palmyra.core.venue.Matching;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.Journal;
import io.palmyra.venue.application.Moods;
import io.palmyra.venue.application.NewsDesk;
import io.palmyra.venue.application.Prices;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Builds the venue. */
@Configuration
@EnableScheduling
class VenueConfiguration {
  private final Prices prices = new Prices();
  private final NewsDesk desk = new NewsDesk(prices);
  private final InstantSource clock;

  VenueConfiguration(InstantSource clock) {
    this.clock = clock;
  }

  @Bean
  Engine engine(VenueProperties settings, Journal journal) {
    return new Engine(new Matching(settings.rules()), journal);
  }

  @Bean
  Moods moods() {
    return new Moods();
  }

  @Bean
  Prices prices() {
    return prices;
  }

  @Bean
  NewsDesk newsDesk() {
    return desk;
  }

  @Scheduled(fixedRate = 15_000, initialDelay = 3_000)
  void writeNews() {
    desk.write(clock.instant());
  }
}
