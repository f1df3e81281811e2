package io.palmyra.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.marketdata.application.Feed;
import io.palmyra.marketdata.application.TickBatch;
import io.palmyra.testing.ServiceIT;
import io.palmyra.testing.SharedData;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How many ticks a second go from a provider's batch to Kafka, with their bars. Both figures stand
 * in the log: by the clock, and by the time that the ingest's one thread was given, which a crowded
 * machine changes less; the test asks for the latter.
 */
@ServiceIT
@DirtiesContext
class IngestRateIT {
  private static final Logger LOG = LoggerFactory.getLogger(IngestRateIT.class);
  private static final int BATCH = 512;
  private static final int TICKS = 200 * BATCH;
  private static final int ROUNDS = 4;
  private static final long ENOUGH_A_SECOND = 20_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Autowired private Feed feed;

  @DynamicPropertySource
  static void waits(DynamicPropertyRegistry settings) {
    settings.add("palmyra.market-data.provider", () -> "replay");
    settings.add(
        "palmyra.market-data.replay.path",
        () -> SharedData.require("lean/forex/oanda/tick/eurusd"));
    settings.add("palmyra.market-data.replay.start", () -> "on-request");
  }

  @Test
  void takesTicksFasterThanMarketsMakeThem() {
    long best = 0;
    Instant start = Instant.parse("2014-05-01T00:00:00Z");
    for (int round = 0; round < ROUNDS; round++) {
      List<TickBatch> batches = batches(start.plusSeconds(round * 3600L));
      long began = System.nanoTime();
      long busy = threads.getCurrentThreadCpuTime();
      batches.forEach(feed::on);
      long ofThread = perSecond(threads.getCurrentThreadCpuTime() - busy);
      long rate = perSecond(System.nanoTime() - began);
      LOG.info(
          "ingest round={} ticksPerSecond={} ticksPerSecondOfItsThread={}", round, rate, ofThread);
      best = Math.max(best, ofThread);
    }
    assertThat(feed.report().counts().ticks()).isEqualTo((long) ROUNDS * TICKS);
    assertThat(feed.report().counts().publishFailures()).isZero();
    assertThat(best).isGreaterThan(ENOUGH_A_SECOND);
  }

  private static long perSecond(long nanos) {
    return TICKS * 1_000_000_000L / nanos;
  }

  private static List<TickBatch> batches(Instant start) {
    var batches = new ArrayList<TickBatch>();
    for (int from = 0; from < TICKS; from += BATCH) {
      var ticks = new ArrayList<QuoteTick>(BATCH);
      for (int i = from; i < from + BATCH; i++) {
        ticks.add(tick(i, start.plusMillis(i * 10L)));
      }
      batches.add(
          new TickBatch(
              TickBatch.Kind.REPLAYED, ticks, ticks.getLast().time(), TickBatch.Origins.NONE));
    }
    return batches;
  }

  private static QuoteTick tick(int i, Instant time) {
    return new QuoteTick(
        new InstrumentId("EURUSD.OANDA"),
        new Price(138_000 + i % 50, 5),
        new Price(138_010 + i % 50, 5),
        Quantity.ZERO,
        Quantity.ZERO,
        time,
        "replay");
  }
}
