package io.palmyra.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.RestClient;
import io.palmyra.testing.ServiceIT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A file with every kind of dirt, and a Redis that is away: what is good in it comes through. */
@ServiceIT
@DirtiesContext
class DirtyReplayIT {
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void replay(DynamicPropertyRegistry settings) {
    settings.add("palmyra.market-data.provider", () -> "replay");
    settings.add("palmyra.market-data.replay.path", DirtyReplayIT::dirtyFile);
    settings.add("palmyra.market-data.replay.instrument", () -> "DIRTY.CSV");
    settings.add("palmyra.market-data.replay.speed", () -> "max");
    settings.add("palmyra.market-data.quote-ttl", () -> "1m");
  }

  private static Path dirtyFile() {
    try {
      Path file = Files.createTempDirectory("dirty").resolve("dirty.csv");
      return Files.writeString(
          file,
          """
          timestamp,open,high,low,close,volume
          2020-01-02 10:00,1.100,1.102,1.099,1.101,5
          2020-01-02 10:01,1.100,many,1.099,1.101,5
          2020-01-02 10:02,1.100,1.102,1.099,1.101,5
          2020-01-02 10:03,7.10,7.12,7.09,7.11,5
          2020-01-02 10:04,1.100,1.102,1.099,1.101,5
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesFileLineAndCauseOfEveryBadRow() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> feed().path("state").asString().equals("FINISHED"));
    List<String> rejected = new ArrayList<>();
    feed()
        .path("rejectedRows")
        .forEach(
            row ->
                rejected.add(
                    row.path("file").asString()
                        + ":"
                        + row.path("line").asInt()
                        + " "
                        + row.path("cause").asString()));
    assertThat(rejected).hasSize(5);
    assertThat(rejected.getFirst()).isEqualTo("dirty.csv:3 high 'many' is no price");
    assertThat(rejected.subList(1, 5)).allMatch(row -> row.startsWith("dirty.csv:5 SPIKE"));
    assertThat(feed().path("counts").path("ticks").asInt()).isEqualTo(12);
    assertThat(feed().path("quarantined").path("SPIKE").asInt()).isEqualTo(4);
  }

  private JsonNode feed() {
    return RestClient.on(port)
        .withRoles("VIEWER")
        .get("/api/v1/feeds")
        .json()
        .path("items")
        .path(0);
  }
}
