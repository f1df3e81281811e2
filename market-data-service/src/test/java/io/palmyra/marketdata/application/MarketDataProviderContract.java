package io.palmyra.marketdata.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every provider of market data must do; each inherits it. */
public abstract class MarketDataProviderContract {
  private final List<MarketDataProvider> made = new ArrayList<>();

  /** A provider that gives at least twenty ticks within some seconds. */
  protected abstract MarketDataProvider provider();

  /** A listener that keeps what it is told. */
  public static final class Heard implements MarketDataListener {
    public final List<TickBatch> batches = new CopyOnWriteArrayList<>();
    public final List<RejectedRow> rows = new CopyOnWriteArrayList<>();
    public final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    public volatile String end = "";

    @Override
    public void on(TickBatch batch) {
      threads.add(Thread.currentThread());
      batches.add(batch);
    }

    @Override
    public void rejected(RejectedRow row) {
      rows.add(row);
    }

    @Override
    public void finished() {
      end += "finished";
    }

    @Override
    public void failed(String cause) {
      end += "failed: " + cause;
    }

    /** All ticks in order. */
    public List<QuoteTick> ticks() {
      return batches.stream().flatMap(batch -> batch.ticks().stream()).toList();
    }
  }

  @AfterEach
  void stopAll() {
    made.forEach(MarketDataProvider::stop);
  }

  private MarketDataProvider make() {
    MarketDataProvider provider = provider();
    made.add(provider);
    return provider;
  }

  private static Heard heardOf(MarketDataProvider provider) {
    var heard = new Heard();
    provider.start(heard);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> heard.ticks().size() >= 20);
    return heard;
  }

  @Test
  void quotesOnlyWhatItDefinedBeforeItStarted() {
    MarketDataProvider provider = make();
    Set<InstrumentId> defined = new HashSet<>();
    provider.instruments().stream().map(InstrumentDefined::instrument).forEach(defined::add);
    Heard heard = heardOf(provider);
    assertThat(heard.ticks()).allMatch(tick -> defined.contains(tick.instrument()));
    assertThat(heard.ticks()).allMatch(tick -> tick.provider().equals(provider.name()));
  }

  @Test
  void deliversInOrderFromOneThread() {
    Heard heard = heardOf(make());
    assertThat(heard.threads).hasSize(1);
    assertThat(heard.ticks().stream().map(QuoteTick::time).toList()).isSorted();
  }

  @Test
  void neverTellsAMarketTimeBeforeItsTicksNorBackwards() {
    Instant before = Instant.MIN;
    for (TickBatch batch : heardOf(make()).batches) {
      assertThat(batch.marketTime()).isAfterOrEqualTo(before);
      if (!batch.ticks().isEmpty()) {
        assertThat(batch.marketTime()).isAfterOrEqualTo(batch.ticks().getLast().time());
      }
      before = batch.marketTime();
    }
  }

  @Test
  void keepsPricesAtTheScaleOfTheirInstrument() {
    MarketDataProvider provider = make();
    int scale = provider.instruments().getFirst().priceScale();
    InstrumentId first = provider.instruments().getFirst().instrument();
    assertThat(heardOf(provider).ticks())
        .filteredOn(tick -> tick.instrument().equals(first))
        .allMatch(tick -> tick.bid().scale() == scale && tick.ask().scale() == scale);
  }

  @Test
  void saysNothingMoreAfterStop() {
    MarketDataProvider provider = make();
    Heard heard = heardOf(provider);
    provider.stop();
    int count = heard.batches.size();
    Awaitility.await()
        .during(Duration.ofMillis(150))
        .atMost(Duration.ofSeconds(2))
        .until(() -> heard.batches.size() == count);
  }

  @Test
  void canBeStoppedWithoutAStartAndTwice() {
    MarketDataProvider provider = make();
    provider.stop();
    provider.stop();
  }
}
