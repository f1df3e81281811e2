package io.palmyra.marketdata.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.core.marketdata.BarBuilder;
import io.palmyra.core.marketdata.BarInterval;
import io.palmyra.core.marketdata.TickFilter;
import io.palmyra.core.marketdata.TickVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way of a tick: judged, published, kept as last quote, built into bars, which are published
 * and stored. Works through whole batches on the provider's thread; waits only when too much is
 * under way to Kafka.
 */
public final class Ingest {
  private static final long MILLIS_FOR_A_LOOK = 50;

  private final TickFilter filter;
  private final TickPublisher publisher;
  private final LatestQuotes quotes;
  private final BarWriter bars;
  private final FeedLog log;
  private final TickIds ids;
  private final long sampledEvery;
  private final Map<InstrumentId, InstrumentBars> building = new HashMap<>();
  private final List<InstrumentBars> all = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private TickBatch.Kind kind = TickBatch.Kind.HISTORY;

  /**
   * Every tick begins a trace.
   *
   * @param run tells the ids of this run's ticks from those of all others
   * @param sampling share of traces that are recorded, 0 to 1
   */
  public record Traces(long run, double sampling) {
    long sampledEvery() {
      return sampling <= 0 ? Long.MAX_VALUE : Math.max(1, Math.round(1 / sampling));
    }
  }

  /** The bars of one instrument, and the tick that came last. */
  private final class InstrumentBars {
    final BarBuilder builder;
    @Nullable String lastTickId;
    String lastTraceparent = "";
    long late;

    InstrumentBars(InstrumentDefined instrument) {
      builder = new BarBuilder(instrument, this::closed);
    }

    private void closed(BarClosed bar) {
      String tick = lastTickId;
      if (kind != TickBatch.Kind.HISTORY && tick != null) {
        publisher.bar(bar, tick, lastTraceparent);
        log.barClosed();
      }
      bars.put(bar);
    }
  }

  /**
   * @param traces ids and traces of this run's ticks
   */
  public Ingest(
      TickFilter filter,
      TickPublisher publisher,
      LatestQuotes quotes,
      BarWriter bars,
      FeedLog log,
      Traces traces,
      Collection<InstrumentDefined> instruments) {
    this.filter = filter;
    this.publisher = publisher;
    this.quotes = quotes;
    this.bars = bars;
    this.log = log;
    this.ids = new TickIds(traces.run());
    this.sampledEvery = traces.sampledEvery();
    for (InstrumentDefined each : instruments) {
      var its = new InstrumentBars(each);
      building.put(each.instrument(), its);
      all.add(its);
    }
  }

  /** Takes a batch, on the provider's thread. */
  void on(TickBatch batch) {
    lock.lock();
    try {
      kind = batch.kind();
      int good = 0;
      int count = batch.ticks().size();
      for (int i = 0; i < count; i++) {
        QuoteTick tick = batch.ticks().get(i);
        Instant now = kind == TickBatch.Kind.LIVE ? batch.marketTime() : tick.time();
        switch (filter.judge(tick, now)) {
          case TickVerdict.Good _ -> {
            good++;
            admit(tick, i == count - 1);
          }
          case TickVerdict.Quarantined bad -> quarantine(bad, batch.origins().of(i));
        }
      }
      for (InstrumentBars each : all) {
        each.builder.advanceTo(batch.marketTime());
      }
      if (kind != TickBatch.Kind.HISTORY) {
        log.good(good, batch.marketTime());
      }
    } finally {
      lock.unlock();
    }
  }

  /** The bar now open, empty if there is none or the feed is too busy to look. */
  public Optional<BarClosed> inProgress(InstrumentId instrument, BarInterval interval) {
    InstrumentBars its = building.get(instrument);
    try {
      if (its == null || !lock.tryLock(MILLIS_FOR_A_LOOK, TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return its.builder.inProgress(interval);
    } finally {
      lock.unlock();
    }
  }

  private void admit(QuoteTick tick, boolean measured) {
    InstrumentBars its = Objects.requireNonNull(building.get(tick.instrument()));
    if (kind != TickBatch.Kind.HISTORY) {
      String id = ids.next();
      String traceparent = TickIds.traceparent(id, ids.count() % sampledEvery == 0);
      publisher.tick(id, tick, traceparent, measured);
      quotes.put(tick);
      // Bars that this tick ends were made by the tick before: the id moves on after them.
      its.builder.advanceTo(tick.time());
      its.lastTickId = id;
      its.lastTraceparent = traceparent;
    }
    its.builder.on(tick);
    if (its.builder.late() != its.late) {
      log.late(its.builder.late() - its.late);
      its.late = its.builder.late();
    }
  }

  private void quarantine(TickVerdict.Quarantined bad, String origin) {
    log.quarantined(bad.reason());
    publisher.quarantined(ids.next(), bad.message());
    int line = origin.lastIndexOf(':');
    if (line > 0) {
      log.rejected(
          new RejectedRow(
              origin.substring(0, line),
              Long.parseLong(origin.substring(line + 1)),
              bad.reason() + ": " + bad.message().detail(),
              bad.message().bid() + " " + bad.message().ask()));
    }
  }
}
