package io.palmyra.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceIT
class ProblemsIT {
  private static final String GOOD =
      "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":\"1.1000\"}";

  @LocalServerPort int port;
  private RestClient trader;

  @BeforeEach
  void connect() {
    trader = RestClient.on(port).withRoles("TRADER");
  }

  @Test
  void valuesAreTheSameInAndOut() {
    RestAnswer answer = trader.post("/api/v1/notes", GOOD);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().path("price").asString("")).isEqualTo("1.1000");
    assertThat(answer.json().path("instrument").asString("")).isEqualTo("EURUSD.SIM");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"HOLD\",\"price\":\"1\"} | side | HOLD | BUY, SELL",
        "{\"instrument\":\"eurusd\",\"side\":\"BUY\",\"price\":\"1\"} | instrument | eurusd | SYMBOL",
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":\"one\"} | price | one | decimal",
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":1.1} | price | | decimal",
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\"} | price | | must be there",
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":null} | price | | must be there",
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":\"1\",\"at\":\"noon\"} | at | noon | 2026-01-31T12:00:00Z",
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":\"1\",\"text\":\"too long\"} | text | too long | between 0 and 5",
        "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":\"1\",\"sied\":1} | sied | | no such field; known are at, fee",
        "[] | body | | object",
        "{\"instrument\": | body | | JSON object",
        "nonsense | body | | JSON object"
      })
  void namesFieldValueAndWhatIsAllowed(String body, String field, String value, String allowed) {
    RestAnswer answer = trader.post("/api/v1/notes", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode error = answer.json().path("errors").path(0);
    assertThat(error.path("field").asString("")).as(answer.toString()).isEqualTo(field);
    assertThat(error.path("value").asString(null)).as(answer.toString()).isEqualTo(value);
    assertThat(error.path("allowed").asString("")).contains(allowed);
  }

  @Test
  void parametersAreNamedToo() {
    RestAnswer missing = trader.get("/api/v1/notes");
    assertThat(missing.firstWrongField()).isEqualTo("account");
    RestAnswer wrong = trader.get("/api/v1/notes?account=paper&limit=x");
    assertThat(wrong.json().path("errors").path(0).path("allowed").asString(""))
        .isEqualTo("a whole number");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/broken/conflict, 409",
    "GET, /api/v1/broken/missing, 404",
    "GET, /api/v1/broken/bug, 500",
    "GET, /api/v1/nothing, 404",
    "DELETE, /api/v1/notes, 405",
    "GET, /actuator/env, 404",
    "GET, /actuator/heapdump, 404",
    "GET, /error, 404"
  })
  void everyFailureIsAProblemWithoutInnerDetails(String method, String path, int status) {
    RestAnswer answer = trader.call(method, path, null);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("title").asString("")).isNotEmpty();
    assertThat(answer.text()).doesNotContain("secret-inner-detail", "Exception", "io.palmyra");
  }

  @Test
  void otherMediaTypesAreRefused() {
    RestAnswer answer = trader.call("POST", "/api/v1/notes", null, "Content-Type", "text/plain");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void requestIdIsKeptIfItIsPlainAndMadeOtherwise() {
    assertThat(
            trader
                .get("/api/v1/notes?account=paper", "X-Request-Id", "abc-1")
                .header("X-Request-Id"))
        .isEqualTo("abc-1");
    assertThat(
            trader
                .get("/api/v1/notes?account=paper", "X-Request-Id", "a b<script>")
                .header("X-Request-Id"))
        .matches("[0-9a-f-]{36}");
  }
}
