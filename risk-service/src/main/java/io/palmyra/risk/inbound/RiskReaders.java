package io.palmyra.risk.inbound;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneParts;
import io.palmyra.platform.lane.LaneSettings;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.stream.Start;
import io.palmyra.platform.stream.StreamReader;
import io.palmyra.platform.stream.StreamReaders;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.risk.application.AccountBooks;
import io.palmyra.risk.application.Brackets;
import io.palmyra.risk.application.DecideSignals;
import io.palmyra.risk.application.FollowOrders;
import io.palmyra.risk.application.Guards;
import io.palmyra.risk.application.MarketTable;
import io.palmyra.risk.application.RoundTrips;
import io.palmyra.risk.application.TierHalts;
import io.palmyra.risk.application.TimedWork;
import io.palmyra.risk.application.WatchTiers;
import io.palmyra.risk.application.control.ControlView;
import io.palmyra.risk.application.control.Pulse;
import io.palmyra.risk.application.control.RequestedHalts;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service reads, and from where on. */
@Configuration(proxyBeanMethods = false)
class RiskReaders {
  private static final Duration RECENT_TICKS = Duration.ofSeconds(30);
  private static final Duration GATHERING = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final Duration RECENT_BOOKS = Duration.ofMinutes(1);
  private static final Duration RECENT_BARS = Duration.ofDays(2);
  private static final Duration RECENT_ALERTS = Duration.ofDays(1);

  @Bean
  Lane lane(
      LaneParts parts,
      AccountBooks books,
      DecideSignals decide,
      FollowOrders follow,
      TierLane tiers,
      Guards guards,
      Brackets brackets,
      RoundTrips trips,
      TimedLane timed,
      Pulse pulse,
      CaughtUp caughtUp,
      PlatformProperties platform,
      @Value("${spring.application.name}") String service) {
    return new Lane(
        LaneSettings.ofGroup(service, Topic.SIGNALS, Topic.ORDER_EVENTS)
            .patient(PATIENCE, Topic.ORDER_EVENTS)
            // After a pause: what was filled meanwhile counts in what is decided next.
            .learningFirstFrom(Topic.ORDER_EVENTS),
        new RiskLane(books, decide, follow, tiers, guards, brackets, trips, timed, pulse, caughtUp),
        parts,
        platform.accounts().stream().map(AccountSettings::id).toList());
  }

  @Bean
  TierLane tierLane(WatchTiers watch, TierHalts halts, ObjectProvider<Lane> lane) {
    return new TierLane(watch, halts, lane::getObject);
  }

  @Bean
  TimedLane timedLane(List<TimedWork> works, MonotonicClock monotonic, ObjectProvider<Lane> lane) {
    return new TimedLane(works, monotonic, lane::getObject);
  }

  /** Reads the books a second time, for whoever waits for the lane must not hold others up. */
  @Bean
  StreamReader booksReader(StreamReaders readers, TierLane tiers) {
    return readers
        .named("books")
        .reading(Topic.PORTFOLIO)
        .from(Start.ago(RECENT_BOOKS))
        .gathering(GATHERING)
        .deliveringTo(tiers);
  }

  @Bean
  CaughtUp caughtUp(
      StreamReader tickReader,
      StreamReader referenceReader,
      ControlView control,
      MonotonicClock monotonic) {
    return new CaughtUp(
        () -> tickReader.caughtUp() && referenceReader.caughtUp() && control.current().isPresent(),
        monotonic);
  }

  @Bean
  StreamReader tickReader(StreamReaders readers, MarketTable table) {
    return readers
        .named("ticks")
        .reading(Topic.TICKS)
        .from(Start.ago(RECENT_TICKS))
        .gathering(GATHERING)
        .deliveringTo(new MarketListener(table));
  }

  @Bean
  StreamReader referenceReader(StreamReaders readers, MarketTable table) {
    return readers
        .named("instruments-and-equity")
        .reading(Topic.INSTRUMENTS, Topic.PORTFOLIO, Topic.ALLOCATIONS)
        .from(Start.EARLIEST)
        .gathering(GATHERING)
        .deliveringTo(new MarketListener(table));
  }

  /** What is traded at which time of the day; decisions do not wait for it. */
  @Bean
  StreamReader volumeReader(StreamReaders readers, MarketTable table) {
    return readers
        .named("volumes")
        .reading(Topic.BARS)
        .from(Start.ago(RECENT_BARS))
        .gathering(GATHERING)
        .deliveringTo(new MarketListener(table));
  }

  @Bean
  StreamReader alertsReader(StreamReaders readers, RequestedHalts requests) {
    return readers
        .named("alerts")
        .reading(Topic.ALERTS)
        .from(Start.ago(RECENT_ALERTS))
        .deliveringTo(new AlertsListener(requests));
  }
}
