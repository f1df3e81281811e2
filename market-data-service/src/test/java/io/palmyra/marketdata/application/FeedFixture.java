package io.palmyra.marketdata.application;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import io.palmyra.core.marketdata.TickFilter;
import io.palmyra.core.marketdata.TickFilterSettings;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.MessageTracing;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The way of a tick with Kafka, database and Redis played by lists. */
final class FeedFixture {
  static final InstrumentDefined EURUSD =
      new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 21), true)
          .named("EURUSD")
          .orElseThrow();

  final MockProducer<String, byte[]> kafka;
  final MessageCodec codec = new MessageCodec();
  final FeedLog log = new FeedLog(new SimpleMeterRegistry());
  final Store store = new Store();
  final Cache cache = new Cache();
  final LatestQuotes quotes = new LatestQuotes(cache);
  final BarWriter bars = new BarWriter(store, log, Duration.ZERO);
  final TickPublisher publisher;
  final Ingest ingest;

  FeedFixture(boolean acknowledged, int maximumUnderWay) {
    kafka =
        new MockProducer<>(acknowledged, null, new StringSerializer(), new ByteArraySerializer());
    publisher =
        new TickPublisher(
            new Publisher(
                kafka,
                codec,
                MessageTracing.NONE,
                InstantSource.system(),
                new Ids(InstantSource.system())),
            codec,
            MonotonicClock.SYSTEM,
            log,
            maximumUnderWay);
    ingest =
        new Ingest(
            new TickFilter(TickFilterSettings.usual(), List.of(EURUSD)),
            publisher,
            quotes,
            bars,
            log,
            new Ingest.Traces(0x0123456789abcdefL, 1),
            List.of(EURUSD));
  }

  static QuoteTick tick(String bid, String ask, String time) {
    return new QuoteTick(
        EURUSD.instrument(),
        Price.of(bid),
        Price.of(ask),
        Quantity.ZERO,
        Quantity.ZERO,
        Instant.parse(time),
        "test");
  }

  static TickBatch replayed(QuoteTick... ticks) {
    return new TickBatch(
        TickBatch.Kind.REPLAYED,
        List.of(ticks),
        ticks[ticks.length - 1].time(),
        index -> "day.csv:" + (index + 2));
  }

  List<Envelope<? extends Message>> published(Topic topic) {
    return kafka.history().stream()
        .filter(record -> record.topic().equals(topic.topicName()))
        .<Envelope<? extends Message>>map(record -> codec.decode(topic, record.value()))
        .toList();
  }

  FeedReport report() {
    return log.report("test", FeedState.RUNNING, "");
  }

  /** A bar store in memory that can be away. */
  static final class Store implements BarStore {
    final List<BarClosed> saved = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public void save(List<BarClosed> bars) {
      if (away) {
        throw new IllegalStateException("away");
      }
      saved.addAll(bars);
    }

    @Override
    public List<BarClosed> find(BarQuery query) {
      return List.copyOf(saved);
    }

    @Override
    public Map<InstrumentId, Price> lastCloses(Collection<InstrumentId> instruments) {
      return Map.of();
    }
  }

  /** A quote cache in memory that can be away. */
  static final class Cache implements QuoteCache {
    final List<QuoteTick> saved = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public void save(Collection<QuoteTick> quotes) {
      if (away) {
        throw new IllegalStateException("away");
      }
      saved.addAll(quotes);
    }

    @Override
    public List<QuoteTick> find(Collection<InstrumentId> instruments) {
      if (away) {
        throw new IllegalStateException("away");
      }
      return List.copyOf(saved);
    }
  }
}
