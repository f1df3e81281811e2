package io.palmyra.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.strategy.application.InstanceChange;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.strategy.application.StrategyInstance;
import io.palmyra.testing.ServiceIT;
import io.palmyra.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people can do with instances, and what they are told when they may not. */
@ServiceIT
@TestPropertySource(
    properties = {
      "palmyra.strategy.signal-validity=5s",
      // A list is taken from one place as a whole.
      "palmyra.accounts[0].id=paper",
      "palmyra.accounts[0].base-currency=USD",
      "palmyra.accounts[0].venue=SIMULATED",
      "palmyra.accounts[1].id=live",
      "palmyra.accounts[1].base-currency=USD",
      "palmyra.accounts[1].venue=OANDA"
    })
class StrategyRestIT {
  private static final String PATH = "/api/v1/strategy-instances";

  @LocalServerPort private int port;
  @Autowired private InstanceStore store;

  @Test
  void listsTypesWithTheirSchemas() throws Exception {
    JsonNode items = get("/api/v1/strategies", "VIEWER").at("/items");
    assertThat(items.valueStream().map(item -> item.at("/id").asString()))
        .containsExactlyInAnyOrder(
            "sma-cross",
            "ema-cross",
            "rsi-sentiment",
            "macd",
            "bollinger",
            "vwap",
            "mfi",
            "every-tick");
    JsonNode fast = items.at("/0/parameters/0");
    assertThat(fast.at("/name").asString()).isEqualTo("fast");
    assertThat(fast.at("/allowed").asString()).isEqualTo("a whole number from 1 to 500");
  }

  @Test
  void makesTunesPausesAndKeepsWhoDidWhat() throws Exception {
    String made =
        """
        {"id":"mine","strategy":"sma-cross","account":"paper","instruments":["EURUSD.SIM"],
         "parameters":{"fast":"5","slow":"15"},"paused":true}""";
    HttpResponse<String> response = send("POST", PATH, made, "TRADER");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    JsonNode instance = json(response);
    assertThat(instance.at("/state").asString()).isEqualTo("PAUSED");
    assertThat(instance.at("/parameters/atrPeriod").asString()).isEqualTo("14");

    response = send("PATCH", PATH + "/mine", "{\"parameters\":{\"fast\":\"7\"}}", "TRADER");
    assertThat(json(response).at("/parameters/fast").asString()).isEqualTo("7");
    assertThat(json(response).at("/parameters/slow").asString()).isEqualTo("15");
    assertThat(json(send("POST", PATH + "/mine/resume", "", "TRADER")).at("/state").asString())
        .isEqualTo("RUNNING");

    JsonNode history = get(PATH + "/mine/history", "VIEWER").at("/items");
    assertThat(history.valueStream().map(item -> item.at("/action").asString()))
        .containsExactly("made", "tuned", "resumed");
    assertThat(history.at("/1/by").asString()).startsWith("person:");
    assertThat(history.at("/1/before").asString()).contains("\"fast\":\"5\"");
    assertThat(history.at("/1/after").asString()).contains("\"fast\":\"7\"");
    try (var outside = new Outside("paper", "EURUSD")) {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(outside.all(Topic.AUDIT, "strategy-service"))
                      .extracting(envelope -> (ChangeRecorded) envelope.body())
                      .filteredOn(change -> change.target().equals("mine"))
                      .extracting(ChangeRecorded::action)
                      .filteredOn(action -> action.startsWith("strategy-instance-"))
                      .containsExactly(
                          "strategy-instance-made",
                          "strategy-instance-tuned",
                          "strategy-instance-resumed"));
    }
  }

  @Test
  void aChangeOfWhatSomebodyElseChangedIsRefusedAndLeavesNoTrace() throws Exception {
    send(
        "POST",
        PATH,
        """
        {"id":"contended","strategy":"sma-cross","account":"paper","instruments":["EURUSD.SIM"],
         "parameters":{},"capital":"1000.5","paused":true}""",
        "TRADER");
    StrategyInstance seen = store.find(new StrategyInstanceId("contended")).orElseThrow();
    assertThat(seen.capital()).isEqualTo(Money.of("1000.5", new Currency("USD")));
    var change =
        new InstanceChange(seen.id(), seen.changedAt(), "tim", "tuned", "{}", "{\"by\":\"tim\"}");
    StrategyInstance stored = store.update(seen, change);
    assertThat(stored.version()).isEqualTo(seen.version() + 1);
    assertThat(store.find(seen.id())).contains(stored);

    assertThatThrownBy(() -> store.update(seen, change))
        .isInstanceOf(OptimisticLockingFailureException.class)
        .hasMessageContaining("contended");
    assertThat(store.insert(seen, change)).isFalse();
    assertThat(store.find(seen.id())).contains(stored);
    assertThat(store.history(seen.id())).hasSize(2).contains(change);
  }

  @Test
  void refusesBadParametersNamingFieldValueAndBound() throws Exception {
    String bad =
        """
        {"id":"bad","strategy":"sma-cross","account":"paper","instruments":["EURUSD.SIM"],
         "parameters":{"fast":"0","speed":"9"}}""";
    HttpResponse<String> response = send("POST", PATH, bad, "TRADER");
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode errors = json(response).at("/errors");
    assertThat(errors.at("/0/field").asString()).isEqualTo("parameters.fast");
    assertThat(errors.at("/0/value").asString()).isEqualTo("0");
    assertThat(errors.at("/0/allowed").asString()).isEqualTo("a whole number from 1 to 500");
    assertThat(errors.at("/1/field").asString()).isEqualTo("parameters.speed");
  }

  @Test
  void refusesToMeasureOnALiveVenue() throws Exception {
    String measuring =
        """
        {"id":"m","strategy":"every-tick","account":"live","instruments":["EURUSD.SIM"]}""";
    HttpResponse<String> response = send("POST", PATH, measuring, "TRADER");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/errors/0/field").asString()).isEqualTo("account");
  }

  @Test
  void refusesAnAccountOrTypeThatIsNotThere() throws Exception {
    for (String body :
        List.of(
            """
            {"id":"x","strategy":"sma-cross","account":"nobody","instruments":["EURUSD.SIM"]}""",
            """
            {"id":"x","strategy":"magic","account":"paper","instruments":["EURUSD.SIM"]}""",
            """
            {"id":"x","strategy":"sma-cross","account":"paper","instruments":[]}""",
            """
            {"id":"x","strategy":"sma-cross","account":"paper","instruments":["EURUSD.SIM"],"a":1}""")) {
      assertThat(send("POST", PATH, body, "TRADER").statusCode()).as(body).isEqualTo(400);
    }
  }

  @Test
  void letsOnlyTradersChangeAndHidesAccountsOfOthers() throws Exception {
    String body =
        """
        {"id":"seen","strategy":"sma-cross","account":"paper","instruments":["EURUSD.SIM"],
         "paused":true}""";
    assertThat(send("POST", PATH, body, "VIEWER").statusCode()).isEqualTo(403);
    assertThat(send("POST", PATH, body, "TRADER").statusCode()).isEqualTo(201);
    assertThat(send("POST", PATH, body, "TRADER").statusCode()).as("once more").isEqualTo(409);
    String other = TestTokens.shared().forAccounts(List.of("other"), "TRADER");
    assertThat(call("POST", PATH + "/seen/pause", "", other).statusCode()).isEqualTo(404);
    assertThat(json(call("GET", PATH, "", other)).at("/items").size()).isZero();
  }

  private JsonNode get(String path, String role) throws Exception {
    HttpResponse<String> response = send("GET", path, "", role);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private HttpResponse<String> send(String method, String path, String body, String role)
      throws Exception {
    return call(method, path, body, TestTokens.shared().withRoles(role));
  }

  private HttpResponse<String> call(String method, String path, String body, String token)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
