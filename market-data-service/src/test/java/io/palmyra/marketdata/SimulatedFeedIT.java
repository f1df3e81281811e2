package io.palmyra.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.ServiceIT;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceIT
class SimulatedFeedIT {
  @LocalServerPort private int port;

  private RestAnswer get(String path) {
    return RestClient.on(port).withRoles("VIEWER").get(path);
  }

  @Test
  void publishesTicksAndBarsThatNameTheTickBeforeThem() {
    try (var kafka = new KafkaTestClient();
        TopicTail tail = kafka.tail(Topic.TICKS, Topic.BARS)) {
      SeenRecord tick = tail.await(record -> isOf(record, "quote-tick", "EURUSD.SIM"));
      assertThat(tick.key()).isEqualTo("EURUSD.SIM");
      String id = tick.envelope().path("id").asString();
      assertThat(tick.traceparent()).startsWith("00-" + id + "-");
      assertThat(tick.body().path("bid").asString()).matches("1\\.\\d{5}");

      tail.await(record -> isOf(record, "bar-closed", "EURUSD.SIM"));
      tail.during(Duration.ofSeconds(2));
      Set<String> ticks =
          tail.seen().stream()
              .filter(record -> record.type().equals("quote-tick"))
              .map(record -> record.envelope().path("id").asString())
              .collect(Collectors.toSet());
      SeenRecord bar =
          tail.seen().stream()
              .filter(record -> isOf(record, "bar-closed", "EURUSD.SIM"))
              .reduce((first, last) -> last)
              .orElseThrow();
      assertThat(ticks).contains(bar.envelope().path("causationId").asString());
    }
  }

  @Test
  void tellsWhatCanBeTradedOnTheTopicAndByRest() {
    try (var kafka = new KafkaTestClient();
        TopicTail all = kafka.all(Topic.INSTRUMENTS)) {
      SeenRecord palmOil = all.await(record -> "FCPO.SIM".equals(record.key()));
      assertThat(palmOil.body().path("multiplier").asString()).isEqualTo("25");
    }
    JsonNode items = get("/api/v1/instruments").json().path("items");
    assertThat(items.size()).isEqualTo(7);
    assertThat(items.path(4).path("instrument").asString()).isEqualTo("FCPO.SIM");
    assertThat(items.path(4).path("kind").asString()).isEqualTo("FUTURE");
    assertThat(items.path(4).path("tickSize").asString()).isEqualTo("1");
    assertThat(items.path(4).path("open").asBoolean()).isTrue();
  }

  @Test
  void answersLastQuotes() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> get("/api/v1/quotes").json().path("items").size() == 7);
    JsonNode one = get("/api/v1/quotes?instrument=BTCUSD.SIM").json().path("items");
    assertThat(one.size()).isEqualTo(1);
    assertThat(one.path(0).path("bid").isString()).isTrue();
    assertThat(get("/api/v1/quotes?instrument=NO.SIM").status()).isEqualTo(404);
  }

  @Test
  void answersBarsOfMadeUpHistoryAndOfNow() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                get("/api/v1/bars?instrument=EURUSD.SIM&interval=PT1M").json().path("items").size()
                    >= 59);
    JsonNode items =
        get("/api/v1/bars?instrument=EURUSD.SIM&interval=PT1S&limit=100").json().path("items");
    assertThat(items.size()).isEqualTo(100);
    String before = "";
    for (JsonNode bar : items) {
      assertThat(bar.path("start").asString()).isGreaterThan(before);
      before = bar.path("start").asString();
      assertThat(bar.path("interval").asString()).isEqualTo("PT1S");
      assertThat(bar.path("close").isString()).isTrue();
    }
  }

  @Test
  void namesFieldValueAndWhatIsAllowed() {
    RestAnswer interval = get("/api/v1/bars?instrument=EURUSD.SIM&interval=PT7M");
    assertThat(interval.status()).isEqualTo(400);
    assertThat(interval.firstWrongField()).isEqualTo("interval");
    assertThat(interval.text()).contains("PT7M", "PT5M");
    assertThat(get("/api/v1/bars?instrument=eurusd").firstWrongField()).isEqualTo("instrument");
    assertThat(get("/api/v1/bars?instrument=EURUSD.SIM&limit=0").firstWrongField())
        .isEqualTo("limit");
    assertThat(get("/api/v1/bars?instrument=EURUSD.SIM&from=yesterday").status()).isEqualTo(400);
    assertThat(get("/api/v1/bars?instrument=NONE.SIM").status()).isEqualTo(404);
  }

  @Test
  void tellsHowTheFeedDoes() {
    JsonNode feed = get("/api/v1/feeds").json().path("items").path(0);
    assertThat(feed.path("provider").asString()).isEqualTo("simulated");
    assertThat(feed.path("state").asString()).isEqualTo("RUNNING");
    assertThat(RestClient.on(port).get("/actuator/health").text()).contains("\"feed\"");
    assertThat(RestClient.on(port).get("/actuator/prometheus").text())
        .contains("palmyra_marketdata_ticks_total", "palmyra_marketdata_publish_seconds");
  }

  private static boolean isOf(SeenRecord record, String type, String instrument) {
    return record.type().equals(type)
        && record.body().path("instrument").asString("").equals(instrument);
  }
}
