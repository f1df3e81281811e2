package io.palmyra.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.ServiceIT;
import io.palmyra.testing.SharedData;
import io.palmyra.testing.TopicTail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A real day of EURUSD through the whole service. */
@ServiceIT
@DirtiesContext
class ReplayIT {
  private static final String DAY = "lean/forex/oanda/tick/eurusd/20140501_quote.zip";

  private static final int PATIENCE_SECONDS = 180;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void replay(DynamicPropertyRegistry settings) {
    settings.add("palmyra.market-data.provider", () -> "replay");
    settings.add("palmyra.market-data.replay.path", () -> SharedData.require(DAY));
    settings.add("palmyra.market-data.replay.speed", () -> "max");
    settings.add("palmyra.market-data.replay.start", () -> "on-request");
  }

  @Test
  void publishesEveryRowAsATickInMarketTime() throws IOException {
    List<BigDecimal[]> rows = rows();
    try (var kafka = new KafkaTestClient();
        TopicTail tail = kafka.tail(Topic.TICKS, Topic.BARS)) {
      assertThat(feed().path("state").asString()).isEqualTo("WAITING");
      assertThat(RestClient.on(port).withRoles("TRADER").post("/api/v1/feeds/start", "{}").status())
          .isEqualTo(202);
      List<SeenRecord> ticks = List.of();
      for (int second = 0; ticks.size() < rows.size() && second < PATIENCE_SECONDS; second++) {
        ticks =
            tail.during(Duration.ofSeconds(1)).stream()
                .filter(record -> isOf(record, "quote-tick"))
                .toList();
      }
      assertThat(ticks).hasSize(rows.size());
      assertThat(sum(ticks)).isEqualByComparingTo(sumOfRows(rows));
      assertThat(ticks.getFirst().envelope().path("occurredAt").asString())
          .isEqualTo("2014-05-01T00:00:00.292Z");

      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> feed().path("state").asString().equals("FINISHED"));
      assertThat(feed().path("counts").path("ticks").asInt()).isEqualTo(rows.size());
      assertThat(feed().path("counts").path("rowsRejected").asInt()).isZero();
      assertThat(feed().path("marketTime").asString()).isEqualTo("2014-05-01T23:59:31.310Z");

      long inBars =
          tail.awaitCount(1, record -> isOf(record, "bar-closed")).stream()
              .filter(record -> record.body().path("interval").asString().equals("PT1H"))
              .mapToLong(record -> record.body().path("ticks").asLong())
              .sum();
      assertThat(inBars).as("ticks in the 23 hours that are closed").isBetween(20_000L, 24_179L);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  RestClient.on(port)
                          .withRoles("VIEWER")
                          .get("/api/v1/bars?instrument=EURUSD.OANDA&interval=PT1H")
                          .json()
                          .path("items")
                          .size()
                      == 24);
    }
  }

  private JsonNode feed() {
    return RestClient.on(port)
        .withRoles("VIEWER")
        .get("/api/v1/feeds")
        .json()
        .path("items")
        .path(0);
  }

  private static boolean isOf(SeenRecord record, String type) {
    return record.type().equals(type) && "EURUSD.OANDA".equals(record.key());
  }

  private static BigDecimal sum(List<SeenRecord> ticks) {
    return ticks.stream()
        .map(tick -> decimal(tick, "bid").add(decimal(tick, "ask")))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.TWO);
  }

  private static BigDecimal decimal(SeenRecord tick, String field) {
    return new BigDecimal(tick.body().path(field).asString());
  }

  private static BigDecimal sumOfRows(List<BigDecimal[]> rows) {
    return rows.stream()
        .map(row -> row[0].add(row[1]))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.TWO);
  }

  private static List<BigDecimal[]> rows() throws IOException {
    Path file = SharedData.require(DAY);
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      zip.getNextEntry();
      return new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.split(","))
          .map(cells -> new BigDecimal[] {new BigDecimal(cells[1]), new BigDecimal(cells[2])})
          .toList();
    }
  }
}
