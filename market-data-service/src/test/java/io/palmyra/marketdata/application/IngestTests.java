package io.palmyra.marketdata.application;

import static io.palmyra.marketdata.application.FeedFixture.replayed;
import static io.palmyra.marketdata.application.FeedFixture.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.TickQuarantined;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.marketdata.BarInterval;
import io.palmyra.core.marketdata.QuarantineReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestTests {
  private final FeedFixture feed = new FeedFixture(true, 100);

  @AfterEach
  void stop() {
    feed.bars.stop();
  }

  @Test
  void publishesTicksAndTheBarsThatTheyClose() {
    feed.ingest.on(
        replayed(
            tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z"),
            tick("1.08010", "1.08012", "2014-05-01T10:00:00.9Z"),
            tick("1.08020", "1.08022", "2014-05-01T10:00:01.0Z")));

    assertThat(feed.published(Topic.TICKS)).hasSize(3);
    List<Envelope<BarClosed>> bars = bars();
    assertThat(bars).hasSize(1);
    assertThat(bars.getFirst().body().ticks()).isEqualTo(2);
    assertThat(bars.getFirst().occurredAt()).isEqualTo("2014-05-01T10:00:01Z");
    assertThat(feed.report().marketTime()).isEqualTo("2014-05-01T10:00:01Z");
  }

  @Test
  void namesTheLastTickOfABarAsItsCauseAndGoesOnWithItsTrace() {
    feed.ingest.on(
        replayed(
            tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z"),
            tick("1.08010", "1.08012", "2014-05-01T10:00:00.9Z"),
            tick("1.08020", "1.08022", "2014-05-01T10:00:01.0Z")));

    String second = feed.published(Topic.TICKS).get(1).id();
    assertThat(second).matches("[0-9a-f]{32}");
    assertThat(bars().getFirst().causationId()).isEqualTo(second);
    assertThat(
            feed.kafka.history().stream()
                .filter(record -> record.topic().equals("bars"))
                .map(record -> record.headers().lastHeader("traceparent").value())
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII)))
        .containsExactly("00-" + second + "-" + second.substring(16) + "-01");
  }

  @Test
  void quarantinesABadTickWithItsFileAndLineAndGoesOn() {
    feed.ingest.on(
        replayed(
            tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z"),
            tick("1.08010", "1.08002", "2014-05-01T10:00:00.2Z"),
            tick("1.08000", "1.08002", "2014-05-01T10:00:00.3Z")));

    assertThat(feed.published(Topic.TICKS)).hasSize(2);
    assertThat(feed.published(Topic.TICKS_QUARANTINE))
        .singleElement()
        .extracting(envelope -> ((TickQuarantined) envelope.body()).reason())
        .isEqualTo("CROSSED");
    FeedReport report = feed.report();
    assertThat(report.quarantined()).containsEntry(QuarantineReason.CROSSED, 1L);
    assertThat(report.rejectedRows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.file()).isEqualTo("day.csv");
              assertThat(row.line()).isEqualTo(3);
              assertThat(row.cause()).contains("CROSSED");
            });
  }

  @Test
  void storesTheBarsOfHistoryWithoutPublishingThem() {
    feed.bars.start();
    feed.ingest.on(
        TickBatch.history(
            List.of(
                tick("1.08000", "1.08002", "2026-11-21T10:00:00.1Z"),
                tick("1.08010", "1.08012", "2026-11-21T10:00:01.1Z"))));
    feed.bars.stop();

    assertThat(feed.kafka.history()).isEmpty();
    assertThat(feed.store.saved).hasSize(1);
  }

  @Test
  void closesBarsByTheClockAndShowsTheOneThatIsOpen() {
    feed.ingest.on(replayed(tick("1.08000", "1.08002", "2014-05-01T10:00:00.1Z")));
    assertThat(bars()).isEmpty();
    feed.ingest.on(TickBatch.live(List.of(), Instant.parse("2014-05-01T10:00:01Z")));
    assertThat(bars()).hasSize(1);
    assertThat(feed.ingest.inProgress(FeedFixture.EURUSD.instrument(), BarInterval.MINUTE))
        .get()
        .extracting(BarClosed::ticks)
        .isEqualTo(1);
  }

  @Test
  void judgesLiveTicksByTheWallClock() {
    Instant now = Instant.parse("2026-11-21T10:02:00Z");
    feed.ingest.on(
        TickBatch.live(
            List.of(
                tick("1.08", "1.08002", "2026-11-21T10:00:30Z"),
                tick("1.08", "1.08002", "2026-11-21T10:01:59Z"),
                tick("1.08", "1.08002", "2026-11-21T10:02:03Z")),
            now));
    assertThat(feed.published(Topic.TICKS)).hasSize(1);
    assertThat(feed.report().quarantined())
        .containsEntry(QuarantineReason.STALE, 1L)
        .containsEntry(QuarantineReason.FUTURE, 1L);
  }

  private List<Envelope<BarClosed>> bars() {
    return feed.published(Topic.BARS).stream()
        .map(
            it ->
                new Envelope<>(
                    it.id(),
                    it.occurredAt(),
                    it.recordedAt(),
                    it.causationId(),
                    it.sequence(),
                    (BarClosed) it.body()))
        .toList();
  }
}
