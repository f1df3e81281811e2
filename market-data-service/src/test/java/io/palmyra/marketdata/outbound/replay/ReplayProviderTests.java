package io.palmyra.marketdata.outbound.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.marketdata.application.MarketDataProvider;
import io.palmyra.marketdata.application.MarketDataProviderContract;
import io.palmyra.marketdata.application.RejectedRow;
import io.palmyra.platform.settings.InvalidSettingsException;
import io.palmyra.platform.time.MonotonicClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ReplayProviderTests extends MarketDataProviderContract {
  @TempDir private Path dir;

  @Override
  protected MarketDataProvider provider() {
    var rows = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      rows.append(i * 20).append(",1.38676,1.38686\n");
    }
    try {
      Path folder = Files.createDirectories(dir.resolve("oanda/tick/eurusd"));
      Recorded.zip(
          folder.resolve("20140501_quote.zip"), "20140501_eurusd_tick_quote.csv", rows.toString());
      return provider(folder, "2");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MarketDataProvider provider(Path path, String speed) {
    return new ReplayProvider(
        Recorded.settings(path, speed, null), Recorded.TODAY, MonotonicClock.SYSTEM);
  }

  private static Heard replay(MarketDataProvider provider) {
    var heard = new Heard();
    provider.start(heard);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !heard.end.isEmpty());
    provider.stop();
    return heard;
  }

  private static Heard replay(ReplaySettings settings) {
    return replay(new ReplayProvider(settings, Recorded.TODAY, MonotonicClock.SYSTEM));
  }

  @Test
  void readsLeanTicksInUtcAndTellsTheInstrumentFromThePath() {
    Heard heard = replay(provider());
    assertThat(heard.end).isEqualTo("finished");
    assertThat(heard.ticks()).hasSize(60);
    QuoteTick second = heard.ticks().get(1);
    assertThat(second.instrument().value()).isEqualTo("EURUSD.OANDA");
    assertThat(second.time()).isEqualTo("2014-05-01T00:00:00.020Z");
    assertThat(second.bid().toString()).isEqualTo("1.38676");
    assertThat(second.ask().toString()).isEqualTo("1.38686");
  }

  @Test
  void takesAsLongAsTheSpeedSays() {
    long start = System.nanoTime();
    replay(provider());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).as("1.18 s of data at twice the speed").isGreaterThan(Duration.ofMillis(580));
  }

  @Test
  void readsTheFilesOfADirectoryByTheirNames() throws IOException {
    Recorded.zip(
        dir.resolve("20140502_quote.zip"), "20140502_eurusd_tick_quote.csv", "5,1.1,1.2\n");
    Recorded.zip(
        dir.resolve("20140501_quote.zip"), "20140501_eurusd_tick_quote.csv", "7,1.1,1.2\n");
    Files.writeString(dir.resolve("notes.txt"), "not data");
    Heard heard = replay(Recorded.settings(dir, "max", "EURUSD.OANDA"));
    assertThat(heard.ticks())
        .extracting(tick -> tick.time().toString())
        .containsExactly("2014-05-01T00:00:00.007Z", "2014-05-02T00:00:00.005Z");
  }

  @Test
  void turnsBarsIntoTicksInTheStatedOrder() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("bars.csv"),
            """
            Date,Time,Open,High,Low,Close,Volume
            2020-01-02,10:00,100.0,104.0,99.0,103.0,7
            2020-01-02,10:01,103.0,105.0,98.0,99.5,7
            """);
    Heard heard =
        replay(
            Recorded.settings(
                file, "max", "PALM.TEST", ZoneId.of("Asia/Kuala_Lumpur"), DataSize.ofMegabytes(1)));
    assertThat(heard.ticks())
        .extracting(tick -> tick.time() + " " + tick.mid())
        .containsExactly(
            "2020-01-02T02:00:00Z 100.00000",
            "2020-01-02T02:00:15Z 99.00000",
            "2020-01-02T02:00:30Z 104.00000",
            "2020-01-02T02:00:59.999Z 103.00000",
            "2020-01-02T02:01:00Z 103.00000",
            "2020-01-02T02:01:15Z 105.00000",
            "2020-01-02T02:01:30Z 98.00000",
            "2020-01-02T02:01:59.999Z 99.50000");
    assertThat(heard.ticks().getFirst().bid().toString()).isEqualTo("99.99999");
  }

  @Test
  void namesFileLineAndCauseOfEachBadRowAndGoesOn() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("dirty.csv"),
            """
            timestamp,open,high,low,close,volume
            2020-01-02 10:00,1.1,1.2,1.0,1.15,5
            2020-01-02 10:01,1.1,abc,1.0,1.15,5
            2020-13-02 10:02,1.1,1.2,1.0,1.15,5
            2020-01-02 10:03,1.1,1.0,1.2,1.15,5
            2020-01-02 10:04,1.1
            2020-01-02 10:05,-1.1,1.2,-1.2,1.15,5
            2020-01-02 10:06,1.1,1.2,1.0,1.1234567,5
            2020-01-02 09:00,1.1,1.2,1.0,1.15,5
            2020-01-02 10:08,1.1,1.2,1.0,1.15,5
            """);
    Heard heard = replay(Recorded.settings(file, "max", "EURUSD.CSV"));
    assertThat(heard.end).isEqualTo("finished");
    assertThat(heard.ticks()).hasSize(8);
    assertThat(heard.rows).extracting(RejectedRow::file).containsOnly("dirty.csv");
    assertThat(heard.rows)
        .extracting(row -> row.line() + " " + row.cause())
        .containsExactly(
            "3 high 'abc' is no price",
            "4 time '2020-13-02 10:02' is not readable; palmyra.market-data.replay.date-format"
                + " may help",
            "5 breaks low <= open, close <= high",
            "6 has 2 columns where the header has 6",
            "7 a price is not above 0",
            "8 close '1.1234567' is finer than 5 decimal places",
            "9 its time 2020-01-02T09:00:00Z is not after 2020-01-02T10:00:00Z");
  }

  @Test
  void readsAnExportThatStandsNewestFirstWithMarksAndThousands() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("export.csv"),
            "\uFEFF\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\"\r\n"
                + "\"06/16/2026\",\"1,118.00\",\"1,116.00\",\"1,118.00\",\"1,115.00\",\"\"\r\n"
                + "\"06/15/2026\",\"1,116.00\",\"1,116.00\",\"1,116.00\",\"1,116.00\",\"\"\r\n");
    Heard heard = replay(Recorded.settings(file, "max", "CPO.CME"));
    assertThat(heard.rows).isEmpty();
    assertThat(heard.ticks()).hasSize(8);
    assertThat(heard.ticks().getFirst().time()).isEqualTo(Instant.parse("2026-06-15T00:00:00Z"));
    assertThat(heard.ticks().getLast().mid().toString()).isEqualTo("1118.00000");
  }

  @Test
  void cutsAFileThatUnpacksToTooMuch() throws IOException {
    Recorded.zip(
        dir.resolve("bomb.zip"),
        "20140501_eurusd_tick_quote.csv",
        "1,1.1,1.2\n" + "9".repeat(2_000_000));
    Heard heard =
        replay(
            Recorded.settings(
                dir, "max", "EURUSD.OANDA", ZoneId.of("UTC"), DataSize.ofMegabytes(1)));
    assertThat(heard.rows)
        .singleElement()
        .satisfies(row -> assertThat(row.cause()).contains("unpacks to more than"));
    assertThat(heard.ticks()).hasSize(1);
  }

  @Test
  void goesOnAfterAFileThatIsBroken() throws IOException {
    Files.writeString(dir.resolve("a.zip"), "this is no zip");
    Files.writeString(dir.resolve("b.csv"), "one,two\n1,2\n");
    Recorded.zip(dir.resolve("c.zip"), "20140501_eurusd_tick_quote.csv", "1,1.1,1.2\n");
    Heard heard = replay(Recorded.settings(dir, "max", "EURUSD.OANDA"));
    assertThat(heard.end).isEqualTo("finished");
    assertThat(heard.ticks()).hasSize(1);
    assertThat(heard.rows).extracting(RejectedRow::file).containsExactly("a.zip", "b.csv");
    assertThat(heard.rows.getLast().cause()).contains("no column for time", "[one, two]");
  }

  @Test
  void doesNotFollowLinksOutOfItsDirectory() throws IOException {
    Path outside = Files.writeString(dir.resolve("outside.csv"), "date,open,high,low,close\n");
    Path folder = Files.createDirectory(dir.resolve("data"));
    Files.createSymbolicLink(folder.resolve("link.csv"), outside);
    assertThatThrownBy(() -> provider(folder, "max"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("palmyra.market-data.replay.path")
        .hasMessageContaining("no file");
  }

  @Test
  void failsWhenNotOneRowCouldBeRead() throws IOException {
    Path file = Files.writeString(dir.resolve("empty.csv"), "date,open,high,low,close\n");
    assertThat(replay(Recorded.settings(file, "max", "EURUSD.CSV")).end).startsWith("failed");
  }

  @Test
  void refusesASpeedThatIsNone() {
    for (String wrong : List.of("0", "-1", "fast", "NaN")) {
      assertThatThrownBy(() -> new ReplaySpeed(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.toLowerCase(java.util.Locale.ROOT));
    }
  }
}
