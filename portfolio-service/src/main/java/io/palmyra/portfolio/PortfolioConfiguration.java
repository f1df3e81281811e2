package io.palmyra.portfolio;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneParts;
import io.palmyra.platform.lane.LaneSettings;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.stream.Start;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamReader;
import io.palmyra.platform.stream.StreamReaders;
import io.palmyra.portfolio.application.Announcement;
import io.palmyra.portfolio.application.Appraisal;
import io.palmyra.portfolio.application.Bookkeeping;
import io.palmyra.portfolio.application.EquityCurve;
import io.palmyra.portfolio.application.EquityStore;
import io.palmyra.portfolio.application.Holdings;
import io.palmyra.portfolio.application.Instruments;
import io.palmyra.portfolio.application.LedgerStore;
import io.palmyra.portfolio.application.Market;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the use cases of the books. */
@Configuration(proxyBeanMethods = false)
class PortfolioConfiguration {
  private static final Duration GATHERING = Duration.ofMillis(20);
  private static final Duration MARKS_GATHERING = Duration.ofMillis(50);
  private static final Duration PATIENCE_FOR_INSTRUMENTS = Duration.ofSeconds(15);

  @Bean
  Instruments instruments() {
    return new Instruments(PATIENCE_FOR_INSTRUMENTS);
  }

  @Bean
  Market market(PortfolioProperties settings) {
    return new Market(settings.maximumMarkAge());
  }

  @Bean
  Appraisal appraisal(Market market, PlatformProperties platform) {
    return new Appraisal(
        market,
        platform.accounts().stream()
            .collect(Collectors.toMap(AccountSettings::id, AccountSettings::baseCurrency)));
  }

  @Bean
  Holdings holdings(PlatformProperties platform, LedgerStore store, Appraisal appraisal) {
    return new Holdings(platform.accounts(), store, appraisal);
  }

  @Bean
  Bookkeeping bookkeeping(
      LedgerStore store, Instruments instruments, Appraisal appraisal, HaltRequests halts) {
    return new Bookkeeping(store, instruments, appraisal, halts);
  }

  @Bean
  Announcement announcement(
      Appraisal appraisal, Publisher publisher, EquityStore curve, InstantSource clock) {
    return new Announcement(appraisal, publisher, curve, clock);
  }

  @Bean
  EquityCurve equityCurve(EquityStore store, InstantSource clock, PortfolioProperties settings) {
    return new EquityCurve(store, clock, settings.everyPointFor(), settings.minutePointsFor());
  }

  @Bean
  StreamReader instrumentReader(StreamReaders readers, StreamListener market) {
    return readers
        .named("instruments")
        .reading(Topic.INSTRUMENTS)
        .from(Start.EARLIEST)
        .deliveringTo(market);
  }

  @Bean
  StreamReader tickReader(
      StreamReaders readers, StreamListener market, PortfolioProperties settings) {
    return readers
        .named("ticks")
        .reading(Topic.TICKS)
        .from(Start.ago(settings.warmUp()))
        .gathering(MARKS_GATHERING)
        .deliveringTo(market);
  }

  @Bean
  Lane lane(
      LaneHandler ledger,
      PlatformProperties platform,
      LaneParts parts,
      @Value("${spring.application.name}") String service) {
    return new Lane(
        LaneSettings.ofGroup(service, Topic.FILLS, Topic.ACCOUNT_EVENTS)
            .patient(GATHERING, Topic.FILLS, Topic.ACCOUNT_EVENTS),
        ledger,
        parts,
        platform.accounts().stream().map(AccountSettings::id).toList());
  }
}
