package io.palmyra.marketdata;

import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import io.palmyra.core.marketdata.TickFilter;
import io.palmyra.core.marketdata.TickFilterSettings;
import io.palmyra.marketdata.application.BarHistory;
import io.palmyra.marketdata.application.BarStore;
import io.palmyra.marketdata.application.BarWriter;
import io.palmyra.marketdata.application.Feed;
import io.palmyra.marketdata.application.FeedLog;
import io.palmyra.marketdata.application.Ingest;
import io.palmyra.marketdata.application.LatestQuotes;
import io.palmyra.marketdata.application.MarketDataProvider;
import io.palmyra.marketdata.application.QuoteCache;
import io.palmyra.marketdata.application.TickPublisher;
import io.palmyra.marketdata.outbound.JdbcBarStore;
import io.palmyra.marketdata.outbound.RedisQuoteCache;
import io.palmyra.marketdata.outbound.SimulatedProvider;
import io.palmyra.marketdata.outbound.replay.ReplayProvider;
import io.palmyra.marketdata.outbound.replay.ReplaySettings;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.settings.InvalidSetting;
import io.palmyra.platform.settings.InvalidSettingsException;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the use cases of market data. */
@Configuration
@EnableScheduling
class MarketDataConfiguration {
  private static final Duration PATIENCE_OF_REPLAY = Duration.ofMinutes(1);

  @Bean
  BarStore barStore(JdbcTemplate jdbc, TransactionTemplate transactions) {
    return new JdbcBarStore(jdbc, transactions);
  }

  @Bean
  QuoteCache quoteCache(StringRedisTemplate redis, MarketDataProperties settings) {
    return new RedisQuoteCache(redis, settings.quoteTtl());
  }

  @Bean
  MarketDataProvider provider(
      MarketDataProperties settings, BarStore bars, Clock clock, MonotonicClock monotonic) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return switch (settings.provider()) {
      case SIMULATED -> simulated(settings.simulated(), bars, clock, today);
      case REPLAY -> new ReplayProvider(replaySettings(settings), today, monotonic);
    };
  }

  private static MarketDataProvider simulated(
      MarketDataProperties.Simulated settings, BarStore bars, Clock clock, LocalDate today) {
    List<InstrumentDefined> instruments =
        new InstrumentCatalogue(new VenueId("SIM"), today, settings.roundTheClock()).simulated();
    List<InstrumentId> ids = instruments.stream().map(InstrumentDefined::instrument).toList();
    return new SimulatedProvider(
        new SimulatedProvider.Settings(
            settings.seed(), settings.ticksPerSecond(), settings.history(), settings.step()),
        instruments,
        clock,
        () -> bars.lastCloses(ids));
  }

  private static ReplaySettings replaySettings(MarketDataProperties settings) {
    ReplaySettings replay = settings.replay();
    if (replay == null) {
      throw new InvalidSettingsException(
          List.of(
              new InvalidSetting(
                  "palmyra.market-data.replay.path",
                  null,
                  "a file or directory with data, which the provider replay needs")));
    }
    return replay;
  }

  @Bean
  FeedLog feedLog(MeterRegistry metrics) {
    return new FeedLog(metrics);
  }

  @Bean
  LatestQuotes latestQuotes(QuoteCache cache) {
    return new LatestQuotes(cache);
  }

  @Bean
  BarWriter barWriter(BarStore store, FeedLog log, MarketDataProperties settings) {
    return new BarWriter(
        store,
        log,
        switch (settings.provider()) {
          case SIMULATED -> Duration.ZERO;
          case REPLAY -> PATIENCE_OF_REPLAY;
        });
  }

  @Bean
  TickPublisher tickPublisher(
      Publisher publisher,
      MessageCodec codec,
      MonotonicClock clock,
      FeedLog log,
      MarketDataProperties settings) {
    return new TickPublisher(publisher, codec, clock, log, settings.maximumUnderWay());
  }

  @Bean
  Ingest ingest(
      MarketDataProvider provider,
      TickPublisher publisher,
      LatestQuotes quotes,
      BarWriter bars,
      FeedLog log,
      Ids ids,
      MarketDataProperties settings,
      @Value("${management.tracing.sampling.probability:0}") double sampling) {
    var filter = settings.filter();
    return new Ingest(
        new TickFilter(
            new TickFilterSettings(
                filter.maximumAge(),
                filter.maximumLead(),
                filter.spikeBandBps(),
                filter.spikeConfirmations()),
            provider.instruments()),
        publisher,
        quotes,
        bars,
        log,
        new Ingest.Traces(ids.next().getMostSignificantBits(), sampling),
        provider.instruments());
  }

  @Bean
  Feed feed(
      MarketDataProvider provider,
      Ingest ingest,
      TickPublisher publisher,
      FeedLog log,
      Clock clock,
      MonotonicClock monotonic,
      MarketDataProperties settings) {
    ReplaySettings replay = settings.replay();
    boolean waits =
        settings.provider() == MarketDataProperties.Provider.REPLAY
            && replay != null
            && replay.start() == ReplaySettings.Start.ON_REQUEST;
    return new Feed(provider, ingest, publisher, log, clock, monotonic, !waits);
  }

  @Bean
  BarHistory barHistory(BarStore store, Ingest ingest, Feed feed) {
    return new BarHistory(store, ingest, feed);
  }
}
