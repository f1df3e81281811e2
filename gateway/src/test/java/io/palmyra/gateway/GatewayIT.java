package io.palmyra.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.MarginTerms;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.gateway.application.User;
import io.palmyra.gateway.application.Users;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.platform.stream.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The door as people meet it: over HTTP, with real Kafka, PostgreSQL and Redis behind. */
class GatewayIT {
  private static final RunningGateway GATEWAY = RunningGateway.shared();
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");

  @Test
  void theFirstAdminLogsInAndGetsAShortLivedTokenThatTheJwksProves() throws Exception {
    var answer = GATEWAY.tryLogIn("admin", RunningGateway.PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("user").path("roles").toString())
        .isEqualTo("[\"VIEWER\",\"TRADER\",\"RISK_MANAGER\",\"ADMIN\"]");
    var token = SignedJWT.parse(answer.body().path("accessToken").asString());
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
        .isBefore(Instant.now().plus(Duration.ofMinutes(15).plusSeconds(2)));
    var keys = GATEWAY.get("/.well-known/jwks.json", "").body().toString();
    assertThat(keys).doesNotContain("\"d\"");
    assertThat(JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID())).isNotNull();
  }

  @Test
  void aWrongPasswordAndAnUnknownUserLookTheSame() {
    var wrong = GATEWAY.tryLogIn("admin", "no");
    var unknown = GATEWAY.tryLogIn("nobody", "no");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body().path("detail")).isEqualTo(wrong.body().path("detail"));
    forgetFailures();
  }

  @Test
  void moreThanTenFailuresBanTheAddressEvenForTheRightPassword() {
    for (int i = 0; i <= 10; i++) {
      assertThat(GATEWAY.tryLogIn("admin", "guess-" + i).status()).isEqualTo(401);
    }
    assertThat(GATEWAY.tryLogIn("admin", RunningGateway.PASSWORD).status()).isEqualTo(429);
    forgetFailures();
    assertThat(GATEWAY.tryLogIn("admin", RunningGateway.PASSWORD).status()).isEqualTo(200);
  }

  private static void forgetFailures() {
    GATEWAY.context.getBean(StringRedisTemplate.class).delete("gateway:failed-log-ins:127.0.0.1");
  }

  @Test
  void aTokenIsRenewedWithinItsSession() throws Exception {
    String token = GATEWAY.admin();
    var renewed = GATEWAY.post("/api/v1/auth/renew", token, "");
    assertThat(renewed.status()).isEqualTo(200);
    var claims = SignedJWT.parse(renewed.body().path("accessToken").asString()).getJWTClaimsSet();
    assertThat(claims.getLongClaim("session"))
        .isEqualTo(SignedJWT.parse(token).getJWTClaimsSet().getLongClaim("session"));
    assertThat(GATEWAY.post("/api/v1/auth/renew", "", "").status()).isEqualTo(401);
  }

  @Test
  void theLocalKeyTradesAndHaltsButManagesNobody() {
    var session =
        GATEWAY.post("/api/v1/auth/token", "", "{\"key\":\"" + RunningGateway.LOCAL_KEY + "\"}");
    assertThat(session.status()).isEqualTo(200);
    String token = session.body().path("accessToken").asString();
    assertThat(GATEWAY.get("/api/v1/users", token).status()).isEqualTo(403);
    assertThat(GATEWAY.get("/api/v1/positions", token).status()).isEqualTo(200);
    var wrong = GATEWAY.post("/api/v1/auth/token", "", "{\"key\":\"" + "x".repeat(36) + "\"}");
    assertThat(wrong.status()).isEqualTo(401);
    forgetFailures();
  }

  @Test
  void adminsManageUsersAndEveryChangeIsAudited() {
    String admin = GATEWAY.admin();
    var created =
        GATEWAY.post(
            "/api/v1/users",
            admin,
            """
            {"username":"vera","password":"vera's password","roles":["VIEWER"],"accounts":["paper"]}
            """);
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    assertThat(created.body().toString()).doesNotContain("password");
    String vera = GATEWAY.logIn("vera", "vera's password");
    assertThat(GATEWAY.get("/api/v1/users", vera).status()).isEqualTo(403);
    assertThat(GATEWAY.patch("/api/v1/users/vera", admin, "{\"enabled\":false}").status())
        .isEqualTo(200);
    assertThat(GATEWAY.tryLogIn("vera", "vera's password").status()).isEqualTo(401);
    forgetFailures();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(
                        read(Topic.AUDIT).stream()
                            .map(Envelope::body)
                            .map(ChangeRecorded.class::cast)
                            .filter(change -> change.target().equals("user:vera"))
                            .map(change -> change.actor() + " " + change.action()))
                    .containsExactly("admin user-created", "admin user-changed"));
    var weak =
        GATEWAY.post(
            "/api/v1/users",
            admin,
            """
            {"username":"w","password":"short","roles":["VIEWER"],"accounts":["*"]}
            """);
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.body().path("errors").get(0).path("field").asString()).isEqualTo("password");
    assertThat(weak.body().toString()).doesNotContain("short");
  }

  @Test
  void theSecondOfTwoAdministratorsAtOnceUndoesNothing() {
    String admin = GATEWAY.admin();
    GATEWAY.post(
        "/api/v1/users",
        admin,
        """
        {"username":"olaf","password":"olaf's password","roles":["TRADER"],"accounts":["paper"]}
        """);
    Users users = GATEWAY.context.getBean(Users.class);
    User seenByBoth = users.find("olaf").orElseThrow();
    assertThat(GATEWAY.patch("/api/v1/users/olaf", admin, "{\"enabled\":false}").status())
        .isEqualTo(200);

    assertThat(users.replace(seenByBoth, seenByBoth)).isFalse();
    assertThat(users.add(seenByBoth)).isFalse();
    assertThat(users.find("olaf").orElseThrow().enabled()).isFalse();
  }

  @Test
  void anOrderBecomesASignalOnceForItsIdempotencyKey() throws Exception {
    define();
    String admin = GATEWAY.admin();
    String order =
        """
        {"account":"paper","instrument":"EURUSD.SIM","side":"BUY","type":"LIMIT","quantity":"2000","limitPrice":"1.08100","timeInForce":"GTC"}
        """;
    var first = GATEWAY.post("/api/v1/orders", admin, order, "Idempotency-Key", "k-1");
    var again = GATEWAY.post("/api/v1/orders", admin, order, "Idempotency-Key", "k-1");
    var other = GATEWAY.post("/api/v1/orders", admin, order, "Idempotency-Key", "k-2");
    assertThat(first.status()).as("%s", first).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.body()).isNotEqualTo(first.body());
    var signals =
        read(Topic.SIGNALS).stream()
            .map(Envelope::body)
            .map(OrderRequested.class::cast)
            .filter(s -> s.signalId().value().equals(first.body().path("signalId").asString()))
            .toList();
    assertThat(signals).isNotEmpty();
    assertThat(signals.getFirst().source().value()).isEqualTo("person:admin");
    assertThat(signals.getFirst().limitPrice()).isEqualTo(Price.of("1.08100"));
  }

  @Test
  void aWrongOrderIsToldFieldValueAndWhatIsAllowed() throws Exception {
    define();
    var refused =
        GATEWAY.post(
            "/api/v1/orders",
            GATEWAY.admin(),
            """
            {"account":"paper","instrument":"EURUSD.SIM","side":"BUY","type":"LIMIT","quantity":"1500","limitPrice":"1.081005","timeInForce":"GTC"}
            """,
            "Idempotency-Key",
            "k-3");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").toString())
        .contains("quantity", "1500", "a multiple of 1000", "limitPrice", "1.081005");
    var noKey = GATEWAY.post("/api/v1/orders", GATEWAY.admin(), "{}");
    assertThat(noKey.status()).isEqualTo(400);
  }

  @Test
  void aViewerMayNotTradeAndAForeignAccountDoesNotExist() throws Exception {
    define();
    String admin = GATEWAY.admin();
    GATEWAY.post(
        "/api/v1/users",
        admin,
        """
        {"username":"vic","password":"vic's password","roles":["VIEWER"],"accounts":["*"]}
        """);
    GATEWAY.post(
        "/api/v1/users",
        admin,
        """
        {"username":"tom","password":"tom's password","roles":["TRADER"],"accounts":["other"]}
        """);
    String order =
        """
        {"account":"paper","instrument":"EURUSD.SIM","side":"BUY","type":"MARKET","quantity":"1000","timeInForce":"IOC"}
        """;
    assertThat(
            GATEWAY
                .post(
                    "/api/v1/orders",
                    GATEWAY.logIn("vic", "vic's password"),
                    order,
                    "Idempotency-Key",
                    "k")
                .status())
        .isEqualTo(403);
    assertThat(
            GATEWAY
                .post(
                    "/api/v1/orders",
                    GATEWAY.logIn("tom", "tom's password"),
                    order,
                    "Idempotency-Key",
                    "k")
                .status())
        .isEqualTo(404);
  }

  @Test
  void routesPassTheTokenOnAndNameAServiceThatDoesNotAnswer() {
    String admin = GATEWAY.admin();
    assertThat(GATEWAY.get("/api/v1/halts?limit=3", admin).status()).isEqualTo(200);
    assertThat(GATEWAY.forwarded).contains("GET /api/v1/halts?limit=3 Bearer " + admin);
    assertThat(GATEWAY.get("/api/v1/openapi/risk", admin).status()).isEqualTo(200);
    assertThat(GATEWAY.forwarded).contains("GET /v3/api-docs Bearer " + admin);
    var down = GATEWAY.get("/api/v1/venue-accounts", admin);
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.body().path("detail").asString()).contains("execution");
    assertThat(GATEWAY.get("/api/v1/halts", "").status()).isEqualTo(401);
    assertThat(GATEWAY.get("/api/v1/nothing-such", admin).status()).isEqualTo(404);
  }

  @Test
  void servesThePageUnderAStrictPolicy() {
    var page = GATEWAY.get("/", "");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().path("text").asString()).contains("<div id=\"root\">");
    assertThat(page.headers().get("content-security-policy").getFirst())
        .contains("script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(page.headers().get("x-content-type-options")).containsExactly("nosniff");
    assertThat(page.headers()).doesNotContainKey("set-cookie");
  }

  private static void define() throws Exception {
    var instrument =
        new InstrumentDefined(
            EURUSD,
            "Euro in dollars",
            new Currency("EUR"),
            Currency.USD,
            5,
            Price.of("0.00001"),
            0,
            Quantity.of("1000"),
            Quantity.of("1000"),
            Quantity.of("10000000"),
            Quantity.ONE,
            new MarginTerms(Quantity.of("30"), Quantity.of("0.0333")),
            SessionCalendar.always());
    Publisher publisher = GATEWAY.context.getBean(Publisher.class);
    publisher
        .publish(
            Topic.INSTRUMENTS, EURUSD.value(), publisher.envelope(instrument, Instant.EPOCH, null))
        .get();
    var entry = GATEWAY.context.getBean(io.palmyra.gateway.application.OrderEntry.class);
    await().atMost(Duration.ofSeconds(10)).until(() -> entry.knows(EURUSD));
  }

  static List<Envelope<?>> read(Topic topic) {
    var found = new ArrayList<Envelope<?>>();
    var codec = new MessageCodec();
    var clients = GATEWAY.context.getBean(KafkaClients.class);
    try (var consumer = clients.consumer(null, Map.of())) {
      var partitions =
          IntStream.range(0, topic.partitions())
              .mapToObj(number -> new TopicPartition(topic.topicName(), number))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> found.add(codec.decode(topic, record.value())));
      }
    }
    return found;
  }
}
