package io.palmyra.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.account.CashReported;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.ServiceIT;
import io.palmyra.testing.TestTokens;
import io.palmyra.testing.TopicTail;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One day in the life of account paper, told in order. */
@ServiceIT
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortfolioServiceIT {
  private static final AccountId PAPER = new AccountId("paper");
  private static final FillRecorded BOUGHT =
      VenueSide.fill(PAPER, 1, VenueSide.EURUSD, Side.BUY, "1000", "1.10000", "1");
  private static final FillRecorded SOLD =
      VenueSide.fill(PAPER, 2, VenueSide.EURUSD, Side.SELL, "400", "1.20000", "1");

  @LocalServerPort private int port;
  @Autowired private KafkaClients clients;

  @Test
  @Order(1)
  void booksDepositsAndFillsAndValuesThemAtTheMid() throws Exception {
    try (var venue = new VenueSide()) {
      venue.quote(VenueSide.EURUSD, "1.29990", "1.30010", VenueSide.START);
      venue.deposit(PAPER, 1, "10000");
      venue.fill(1, BOUGHT);
      venue.fill(2, SOLD);
      venue.flush();
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode account = get("/api/v1/accounts").at("/items/0");
              assertThat(account.at("/account").asString()).isEqualTo("paper");
              assertThat(account.at("/cash").asString()).isEqualTo("10038.00000000");
              assertThat(account.at("/equity").asString()).isEqualTo("10158.00000000");
            });
    JsonNode position = get("/api/v1/positions?account=paper").at("/items/0");
    assertThat(position.at("/quantity").asString()).isEqualTo("600");
    assertThat(position.at("/averagePrice").asString()).isEqualTo("1.10000");
    assertThat(position.at("/unrealizedPnl").asString()).isEqualTo("120.00000000");
    assertThat(position.at("/realizedPnl").asString()).isEqualTo("40.00000000");
  }

  @Test
  @Order(2)
  void answersFillsNewestFirst() throws Exception {
    JsonNode fills = get("/api/v1/fills?account=paper&limit=10").at("/items");

    assertThat(fills.size()).isEqualTo(2);
    assertThat(fills.at("/0/side").asString()).isEqualTo("SELL");
    assertThat(fills.at("/0/price").asString()).isEqualTo("1.20000");
    assertThat(fills.at("/1/fillId").asString()).isEqualTo(BOUGHT.fillId().value());
    assertThat(get("/api/v1/fills?limit=1").at("/items").size()).isEqualTo(1);
  }

  @Test
  @Order(3)
  void publishesTheBooksOnTheirTopic() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              PortfolioUpdated last = published().getLast();
              assertThat(last.fillSequence()).isEqualTo(2);
              assertThat(last.equity()).isEqualTo(Money.of("10158", Currency.USD));
              assertThat(last.positions().getFirst().mark()).isEqualTo(Price.of("1.30000"));
            });
  }

  @Test
  @Order(4)
  void drawsTheEquityCurveAsPricesMove() throws Exception {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(get("/api/v1/equity?account=paper").at("/items/0/equity").asString())
                    .isNotEmpty());
    try (var venue = new VenueSide()) {
      venue.quote(VenueSide.EURUSD, "1.39990", "1.40010", VenueSide.START.plusSeconds(1));
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode points = get("/api/v1/equity?account=paper").at("/items");
              assertThat(points.get(points.size() - 1).at("/equity").asString())
                  .isEqualTo("10218.00000000");
              assertThat(points.size()).isGreaterThan(1);
            });
    assertThat(get("/api/v1/equity?account=paper&limit=1").at("/items").size()).isEqualTo(1);
    JsonNode whole = get("/api/v1/equity?account=paper").at("/items");
    assertThat(get("/api/v1/equity/thinned?account=paper&points=20000").at("/items"))
        .isEqualTo(whole);
    JsonNode thinned = get("/api/v1/equity/thinned?account=paper&points=1").at("/items");
    assertThat(thinned.size()).isEqualTo(1);
    assertThat(thinned.get(0)).isEqualTo(whole.get(whole.size() - 1));
  }

  @Test
  @Order(5)
  void takesBackABustedFill() throws Exception {
    try (var venue = new VenueSide()) {
      venue.fill(
          3,
          new FillAmended(
              SOLD.fillId(),
              PAPER,
              SOLD.instrument(),
              Quantity.ZERO,
              SOLD.lastPrice(),
              Money.zero(Currency.USD),
              VenueSide.START));
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode account = get("/api/v1/accounts").at("/items/0");
              assertThat(account.at("/cash").asString()).isEqualTo("9999.00000000");
              assertThat(account.at("/realizedPnl").asString()).isEqualTo("0.00000000");
            });
    // A statement that ran often is answered in binary, where a zero has no plain text.
    for (int times = 0; times < 12; times++) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> lastPoint().at("/realizedPnl").asString().equals("0.00000000"));
    }
    assertThat(get("/api/v1/positions").at("/items/0/quantity").asString()).isEqualTo("1000");
  }

  @Test
  @Order(6)
  void asksForAHaltWhereTheVenueHasOtherCash() {
    try (var kafka = new KafkaTestClient();
        TopicTail alerts = kafka.tail(Topic.ALERTS);
        var venue = new VenueSide()) {
      venue.event(2, report("9999.00000000"));
      venue.event(3, report("9999.00000001"));
      venue.flush();

      SeenRecord alert = alerts.await(each -> each.body().toString().contains("CASH"));
      assertThat(alert.body().path("attributes").path("detail").asString())
          .isEqualTo("9999.00000000 USD here, 9999.00000001 USD at the venue");
      assertThat(alerts.seen().stream().filter(each -> each.body().toString().contains("CASH")))
          .hasSize(1);
    }
  }

  private static CashReported report(String usd) {
    return new CashReported(PAPER, List.of(Money.of(usd, Currency.USD)), 3, VenueSide.START);
  }

  @Test
  @Order(7)
  void showsOnlyAccountsThatTheTokenCovers() throws Exception {
    String other = TestTokens.shared().forAccounts(List.of("other"), "VIEWER");

    assertThat(call("/api/v1/positions?account=paper", other).statusCode()).isEqualTo(404);
    assertThat(json(call("/api/v1/accounts", other)).at("/items").size()).isZero();
    assertThat(json(call("/api/v1/fills", other)).at("/items").size()).isZero();
    assertThat(call("/api/v1/positions", "nonsense").statusCode()).isEqualTo(401);
  }

  @Test
  @Order(8)
  void refusesWrongParametersByName() throws Exception {
    String viewer = TestTokens.shared().withRoles("VIEWER");

    for (String wrong :
        List.of("fills?limit=0", "fills?account=NOT!", "equity?from=yesterday", "equity?limit=x")) {
      HttpResponse<String> answer = call("/api/v1/" + wrong, viewer);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(json(answer).at("/errors/0/field").asString())
          .as(answer.body())
          .isEqualTo(wrong.replaceAll(".*[?](.*)=.*", "$1"));
    }
  }

  private JsonNode lastPoint() throws Exception {
    JsonNode points = get("/api/v1/equity?account=paper").at("/items");
    return points.get(points.size() - 1);
  }

  private List<PortfolioUpdated> published() {
    var codec = new MessageCodec();
    List<PortfolioUpdated> all = new ArrayList<>();
    try (var consumer = clients.consumer(null, Map.of())) {
      var partitions =
          IntStream.range(0, Topic.PORTFOLIO.partitions())
              .mapToObj(number -> new TopicPartition("portfolio", number))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (record.key().equals("paper")) {
                    all.add(
                        (PortfolioUpdated) codec.decode(Topic.PORTFOLIO, record.value()).body());
                  }
                });
      }
    }
    return all;
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = call(path, TestTokens.shared().withRoles("VIEWER"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> call(String path, String token) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", "Bearer " + token)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
