package io.palmyra.venue;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.VenueRules;
import io.palmyra.platform.stream.Start;
import io.palmyra.platform.stream.StreamReader;
import io.palmyra.platform.stream.StreamReaders;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.Journal;
import io.palmyra.venue.application.NewsDesk;
import io.palmyra.venue.application.Prices;
import io.palmyra.venue.inbound.MarketFeed;
import io.palmyra.venue.inbound.VenueServer;
import io.palmyra.venue.outbound.FileJournal;
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
  Journal journal(VenueProperties settings) {
    return new FileJournal(settings.dataDir());
  }

  @Bean
  Engine engine(VenueProperties settings, Journal journal) {
    return new Engine(
        new Matching(
            new VenueRules(
                Money.of(settings.initialCash().toPlainString(), settings.initialCurrency()),
                Quantity.of(settings.commissionRate().toPlainString()),
                settings.ratesFor())),
        journal);
  }

  @Bean
  VenueServer venueServer(VenueProperties settings, Engine engine) {
    return new VenueServer(
        engine,
        new VenueServer.Settings(
            settings.address(), settings.port(), settings.accountSecret(), settings.silence()),
        clock);
  }

  @Bean
  StreamReader tickReader(StreamReaders readers, Engine engine) {
    return readers
        .named("ticks")
        .reading(Topic.TICKS)
        .from(Start.LATEST)
        .deliveringTo(new MarketFeed(engine, prices, clock));
  }

  @Bean
  StreamReader instrumentReader(StreamReaders readers, Engine engine) {
    return readers
        .named("instruments")
        .reading(Topic.INSTRUMENTS)
        .from(Start.EARLIEST)
        .deliveringTo(new MarketFeed(engine, prices, clock));
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
