package io.palmyra.sentiment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.ServiceIT;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service reads a whole news site at once, of which some feeds are broken or hostile. */
@ServiceIT
class SentimentServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final NewsSite SITE = new NewsSite();

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    SITE.configure(settings);
  }

  @AfterAll
  static void stop() {
    SITE.http.stop();
  }

  @Test
  void scoresFreshNewsOnceAndShowsThemEverywhere() {
    Instant published = Instant.now().minusSeconds(60);
    SITE.http.stubFor(
        get("/good")
            .atPriority(1)
            .withHeader("If-None-Match", equalTo("\"v1\""))
            .withHeader("If-Modified-Since", equalTo("yesterday"))
            .willReturn(aResponse().withStatus(304)));
    SITE.http.stubFor(
        get("/good")
            .atPriority(2)
            .willReturn(
                ok(NewsSite.rss(
                        NewsSite.item("1", "Thing rallies on strong demand", published),
                        NewsSite.item("2", "Thing to meet on Thursday", published),
                        NewsSite.item("3", "Another crashes", published)))
                    .withHeader("ETag", "\"v1\"")
                    .withHeader("Last-Modified", "yesterday")));

    try (var kafka = new KafkaTestClient();
        TopicTail topic = kafka.all(Topic.SENTIMENT)) {
      SeenRecord record = topic.await(it -> isOf("good", it));

      assertThat(record.type()).isEqualTo("sentiment-scored");
      assertThat(record.body().at("/score").asDouble()).isGreaterThan(0.5);
      assertThat(record.body().at("/headlines").asInt()).isEqualTo(1);
      assertThat(record.body().at("/source").asString()).isEqualTo("good");
      Instant known = Instant.parse(record.body().at("/knownAt").asString());
      assertThat(known).isBetween(published, Instant.now());
      assertThat(Instant.parse(record.body().at("/validUntil").asString()))
          .isBetween(published.plusSeconds(7198), published.plusSeconds(7201));

      JsonNode shown = score("good");
      assertThat(shown.at("/score").asDouble()).isEqualTo(record.body().at("/score").asDouble());
      assertThat(shown.at("/knownAt").asString())
          .isEqualTo(record.body().at("/knownAt").asString());
      assertThat(shown.at("/stale").asBoolean()).isFalse();
      assertThat(Duration.parse(shown.at("/age").asString()))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(60));
      awaitMetric("palmyra_sentiment_fetches_total", "good", "UNCHANGED");
      assertThat(topic.during(Duration.ofSeconds(1)).stream().filter(it -> isOf("good", it)))
          .hasSize(1);
    }
    assertThat(metrics().lines())
        .anyMatch(
            line -> line.startsWith("palmyra_sentiment_age_seconds{") && line.contains("GOOD.SIM"));
  }

  @Test
  void addsNewHeadlinesToTheScore() {
    Instant published = Instant.now();
    SITE.http.stubFor(
        get("/mixed").willReturn(ok(NewsSite.rss(NewsSite.item("1", "Thing soars", published)))));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(has("mixed")).isTrue());
    double before = score("mixed").at("/score").asDouble();

    SITE.http.stubFor(
        get("/mixed")
            .willReturn(
                ok(
                    NewsSite.rss(
                        NewsSite.item("1", "Thing soars", published),
                        NewsSite.item("2", "Thing crashes", published)))));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(score("mixed").at("/headlines").asInt()).isEqualTo(2));
    assertThat(score("mixed").at("/score").asDouble()).isLessThan(before / 2);
    assertThat(
            jdbc.queryForList(
                "select headlines from scores where instrument = 'MIXED.SIM' order by number",
                Integer.class))
        .containsExactly(1, 2);
  }

  @Test
  void waitsAsLongAsAThrottlingFeedAsks() {
    answersFirstWith("throttled", aResponse().withStatus(429).withHeader("Retry-After", "3"));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(has("throttled")).isTrue());

    List<ServeEvent> asked =
        SITE.http.getAllServeEvents().stream()
            .filter(it -> it.getRequest().getUrl().equals("/throttled"))
            .sorted((one, other) -> loggedAt(one).compareTo(loggedAt(other)))
            .toList();
    List<Integer> statuses = asked.stream().map(it -> it.getResponse().getStatus()).toList();
    int throttled = statuses.indexOf(429);
    assertThat(statuses.subList(throttled, throttled + 2)).containsExactly(429, 200);
    assertThat(loggedAt(asked.get(throttled + 1)))
        .isAfterOrEqualTo(loggedAt(asked.get(throttled)).plusMillis(2900));
    awaitMetric("palmyra_sentiment_back_offs_seconds_count", "throttled", "THROTTLED");
  }

  @Test
  void goesOnWhenAFeedRecovers() {
    answersFirstWith("failing", aResponse().withStatus(500));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(has("failing")).isTrue());
    awaitMetric("palmyra_sentiment_fetches_total", "failing", "SERVER_ERROR");
  }

  @Test
  void usesNothingOfWhatItCannotTrust() {
    String good = NewsSite.item("1", "Thing rallies", Instant.now());
    SITE.http.stubFor(get("/secret").willReturn(ok("rallies")));
    SITE.http.stubFor(get("/broken").willReturn(ok(NewsSite.rss(good).replace("</rss>", ""))));
    SITE.http.stubFor(
        get("/xxe")
            .willReturn(
                ok(
                    "<!DOCTYPE rss [<!ENTITY x SYSTEM '%s'>]>".formatted(SITE.url("secret"))
                        + NewsSite.rss(good.replace("Thing", "&x; Thing"))
                            .replace("<?xml version=\"1.0\"?>", ""))));
    SITE.http.stubFor(
        get("/large").willReturn(ok(NewsSite.rss(good) + "<!--" + "x".repeat(20_000) + "-->")));
    SITE.http.stubFor(get("/moved").willReturn(permanentRedirect("/good")));

    awaitMetric("palmyra_sentiment_fetches_total", "broken", "UNREADABLE");
    awaitMetric("palmyra_sentiment_fetches_total", "xxe", "UNREADABLE");
    awaitMetric("palmyra_sentiment_fetches_total", "large", "TOO_LARGE");
    awaitMetric("palmyra_sentiment_fetches_total", "moved", "REFUSED");
    awaitMetric("palmyra_sentiment_fetches_total", "closed", "UNREACHABLE");
    for (String feed : List.of("broken", "xxe", "large", "moved", "closed")) {
      assertThat(has(feed)).as(feed).isFalse();
    }
    SITE.http.verify(0, getRequestedFor(urlEqualTo("/secret")));
    assertThat(RestClient.on(port).get("/actuator/health/readiness").status()).isEqualTo(200);
  }

  @Test
  void marksAStaleScoreAndKeepsItApartFromNeutral() {
    Instant almostTooOld = Instant.now().minus(Duration.ofHours(2)).plusSeconds(6);
    SITE.http.stubFor(
        get("/aging")
            .willReturn(ok(NewsSite.rss(NewsSite.item("1", "Thing slumps", almostTooOld)))));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(has("aging")).isTrue());

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(score("aging").at("/stale").asBoolean()).isTrue());
    assertThat(score("aging").at("/score").asDouble()).isNegative();
  }

  @Test
  void announcesWhatAnEndedProcessStoredAndDidNotAnnounce() {
    try (var kafka = new KafkaTestClient();
        TopicTail topic = kafka.tail(Topic.SENTIMENT)) {
      jdbc.update(
          """
          insert into scores (id, instrument, score, confidence, headlines, source, published_at,
                              known_at, valid_until, citations)
          values ('left-behind', 'LEFT.SIM', -0.25, 0.5, 2, 'closed', now(), now(),
                  now() + interval '1 hour', array['one', 'two'])
          """);

      SeenRecord record = topic.await(it -> "LEFT.SIM".equals(it.key()));

      assertThat(record.envelope()).isNotNull();
      assertThat(record.envelope().at("/id").asString()).isEqualTo("left-behind");
      assertThat(record.body().at("/score").asDouble()).isEqualTo(-0.25);
      assertThat(topic.during(Duration.ofSeconds(6)).stream().filter(it -> isOf("left", it)))
          .hasSize(1);
    } finally {
      jdbc.update("delete from scores where id = 'left-behind'");
    }
  }

  @Test
  void answersWithProblemsThatNameTheField() {
    RestClient viewer = RestClient.on(port).withRoles("VIEWER");

    RestAnswer unknown = viewer.get("/api/v1/sentiment?instrument=NOBODY.SIM");
    RestAnswer malformed = viewer.get("/api/v1/sentiment?instrument=nobody");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.firstWrongField()).isEqualTo("instrument");
  }

  private void answersFirstWith(
      String feed, com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder first) {
    SITE.http.stubFor(
        get("/" + feed)
            .inScenario(feed)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("well"));
    SITE.http.stubFor(
        get("/" + feed)
            .inScenario(feed)
            .whenScenarioStateIs("well")
            .willReturn(ok(NewsSite.rss(NewsSite.item("1", "Thing gains", Instant.now())))));
  }

  private static Instant loggedAt(ServeEvent event) {
    return event.getRequest().getLoggedDate().toInstant();
  }

  private static boolean isOf(String feed, SeenRecord record) {
    return NewsSite.instrument(feed).equals(record.key());
  }

  private boolean has(String feed) {
    return scores(feed).size() == 1;
  }

  private JsonNode score(String feed) {
    return scores(feed).get(0);
  }

  private JsonNode scores(String feed) {
    RestAnswer answer =
        RestClient.on(port)
            .withRoles("VIEWER")
            .get("/api/v1/sentiment?instrument=" + NewsSite.instrument(feed));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().at("/items");
  }

  private void awaitMetric(String name, String feed, String outcome) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(metrics().lines())
                    .anyMatch(
                        line ->
                            line.startsWith(name + "{")
                                && line.contains("feed=\"" + feed + "\"")
                                && line.contains("\"" + outcome + "\"")));
  }

  private String metrics() {
    return RestClient.on(port).get("/actuator/prometheus").text();
  }
}
