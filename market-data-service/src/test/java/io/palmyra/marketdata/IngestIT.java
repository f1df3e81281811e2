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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Batches as fast as the ingest takes them: each tick is published, none is refused. */
@ServiceIT
@DirtiesContext
class IngestIT {
  private static final int BATCH = 512;
  private static final int TICKS = 200 * BATCH;

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
  void publishesEveryTickOfBatchesThatComeWithoutPause() {
    batches(Instant.parse("2014-05-01T00:00:00Z")).forEach(feed::on);
    assertThat(feed.report().counts().ticks()).isEqualTo(TICKS);
    assertThat(feed.report().counts().publishFailures()).isZero();
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
