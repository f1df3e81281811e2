package io.palmyra.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.backtest.parity.KafkaTopics;
import io.palmyra.backtest.parity.Parity;
import io.palmyra.backtest.parity.ParityReport;
import io.palmyra.backtest.parity.Period;
import io.palmyra.backtest.parity.Selection;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.server.Server;
import io.palmyra.local.suite.ServiceSpec;
import io.palmyra.local.suite.Suite;
import io.palmyra.systemtest.suite.EmptiedDatabase;
import io.palmyra.systemtest.suite.Everything;
import io.palmyra.systemtest.suite.Finding;
import io.palmyra.systemtest.suite.Ledgers;
import io.palmyra.systemtest.suite.Oracle;
import io.palmyra.systemtest.suite.PairCash;
import io.palmyra.systemtest.suite.Rest;
import io.palmyra.systemtest.suite.Suites;
import io.palmyra.systemtest.suite.VenueJournal;
import io.palmyra.systemtest.suite.Window;
import io.palmyra.testing.FullForm;
import io.palmyra.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real day of EURUSD ticks through the running processes, a halt in the middle of it and
 * processes that are killed; then everything is compared.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayedDayIT {
  private static final String DAY = "lean/forex/oanda/tick/eurusd";
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.OANDA");

  /** Worth by the last quotes, of which a portfolio that begins anew may have heard none. */
  private static final List<String> OF_THE_MARKET = List.of("mark", "unrealizedPnl", "equity");

  private Suite suite;
  private Map<String, JsonNode> lived = Map.of();
  private Everything topics;
  private Rest rest;
  private Instant haltedAt;
  private Instant liftedAt;
  private Instant backAt;

  @BeforeAll
  void feedTheDay() throws IOException {
    Path day = firstDay();
    Path feed =
        Files.createDirectories(
            Files.createTempDirectory("palmyra-day").resolve(Path.of("oanda", "tick", "eurusd")));
    Files.copy(day, feed.resolve(day.getFileName()));
    suite = Suites.start(options -> ReplaySettings.of(options, feed));
    topics = new Everything(suite.servers().kafkaBootstrap());
    rest = Suites.admin(suite);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> rest.items("/api/v1/fills?account=paper&limit=50").size() >= 10);
    haltAndLift();
    dieAndComeBack();
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> rest.get("/api/v1/feeds").body().toString().contains("FINISHED"));
    await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(2)).until(this::settled);
    lived = portfolio();
    EmptiedDatabase.restart(suite, "portfolio");
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(() -> portfolio().get("fills").equals(lived.get("fills")));
  }

  /** What portfolio says of the account that does not come and go with the market. */
  private Map<String, JsonNode> portfolio() {
    return Map.of(
        "fills", rest.items("/api/v1/fills?account=paper&limit=1000"),
        "positions", settledParts(rest.items("/api/v1/positions?account=paper")),
        "accounts", settledParts(rest.items("/api/v1/accounts")));
  }

  private static JsonNode settledParts(JsonNode items) {
    JsonNode settled = items.deepCopy();
    settled.forEach(item -> ((ObjectNode) item).remove(OF_THE_MARKET));
    return settled;
  }

  @AfterAll
  void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  private static Path firstDay() throws IOException {
    try (var files = Files.list(SharedData.require(DAY))) {
      return files
          .filter(file -> file.toString().endsWith("_quote.zip"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private void haltAndLift() {
    var halt =
        rest.post(
            "/api/v1/halts",
            Map.of("scope", "all", "mode", "HALTED", "reason", "drill", "cancelOrders", true),
            Map.of());
    assertThat(halt.status()).as("%s", halt).isEqualTo(201);
    // Execution follows within a second; from then on nothing may be sent.
    haltedAt = Instant.now().plusSeconds(1);
    await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
    liftedAt = Instant.now();
    var lift =
        rest.post(
            "/api/v1/halts/lift",
            Map.of("halt", halt.body().path("halt").asString(), "reason", "drill over"),
            Map.of());
    assertThat(lift.status()).as("%s", lift).isEqualTo(200);
  }

  /** Processes end as by kill -9 while the day goes on, and begin again with what is durable. */
  private void dieAndComeBack() {
    var struck = new ArrayList<>(List.of(suite.service("execution"), suite.service("risk")));
    if (FullForm.isWanted()) {
      struck.add(suite.service("simulated-venue"));
      struck.add(suite.service("portfolio"));
      struck.add(suite.servers().kafka());
      struck.add(suite.servers().postgres());
    }
    for (Server server : struck) {
      server.kill();
      server.start();
    }
    if (FullForm.isWanted()) {
      stopForAWhile(suite.service("execution"));
      stopForAWhile(suite.service("risk"));
    }
    backAt = Instant.now();
  }

  /** Stopped for longer than a lease and a heartbeat last, and going on as if nothing had been. */
  private static void stopForAWhile(Server server) {
    server.pause();
    try {
      await().pollDelay(Duration.ofSeconds(8)).atMost(Duration.ofSeconds(20)).until(() -> true);
    } finally {
      server.resume();
    }
  }

  private int lastSize = -1;

  private boolean settled() {
    int size = topics.on(Topic.ORDER_EVENTS).size() + topics.on(Topic.FILLS).size();
    boolean same = size == lastSize;
    lastSize = size;
    return same;
  }

  @Test
  void servicesStartFromTheContextThatTheBuildWorkedOut() {
    assertThat(ServiceSpec.ALL)
        .allSatisfy(
            service ->
                assertThat(suite.options().home().log(service.id()))
                    .content()
                    .contains("Starting AOT-processed"));
  }

  @Test
  void theDayTraded() {
    assertThat(topics.bodies(Topic.TICKS, QuoteTick.class)).hasSizeGreaterThan(1000);
    assertThat(topics.bodies(Topic.FILLS, FillRecorded.class)).hasSizeGreaterThan(20);
  }

  @Test
  void eachOrderIsSentOnceAndEachFillBookedOnce() {
    assertThat(oracle().all()).allSatisfy(ReplayedDayIT::holds);
  }

  @Test
  void booksMadeAgainFromTheTopicsAloneAreTheSame() {
    assertThat(lived.get("fills").size()).isGreaterThan(20);
    assertThat(lived.get("positions").toString()).contains("quantity", "realizedPnl", "lots");
    assertThat(lived.get("accounts").toString()).contains("cash");
    assertThat(portfolio()).isEqualTo(lived);
  }

  @Test
  void eachDecisionCanBeMadeAgainFromItsRecord() {
    holds(oracle().decisionsCanBeMadeAgain());
  }

  @Test
  void signalsAndOrdersAreTheSameWhenTheyAreMadeAgain() {
    try (var kept = new KafkaTopics(suite.servers().kafkaBootstrap(), (_, _) -> {})) {
      ParityReport report =
          Parity.of(kept, new Period(Instant.EPOCH, Instant.now()), Selection.ALL, _ -> {});
      assertThat(report.same()).as(report.json()).isTrue();
      assertThat(report.signals().same()).isGreaterThan(20);
      assertThat(report.orders().orders().same()).isGreaterThan(20);
      assertThat(report.instances().getFirst().fills().getFirst().fills()).isNotEmpty();
      report.tell(System.out);
    }
  }

  @Test
  void sumOfFillsIsThePositionInThePortfolioAndInTheVenuesOwnBooks() {
    holds(ledgers().positions(topics.bodies(Topic.FILLS, FillMessage.class)));
  }

  private static void holds(Finding finding) {
    assertThat(finding.violations()).as("%s: %s", finding.property(), finding.looked()).isEmpty();
  }

  private Oracle oracle() {
    return new Oracle(topics, VenueJournal.read(suite.options().home().data()));
  }

  private Ledgers ledgers() {
    return new Ledgers(rest, venue(), rest);
  }

  @Test
  void cashIsExact() {
    BigDecimal cash =
        topics.bodies(Topic.ACCOUNT_EVENTS, CashDeposited.class).stream()
            .map(deposit -> new BigDecimal(deposit.amount().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    cash = cash.add(PairCash.moved(inSequence()));
    var portfolio = rest.items("/api/v1/accounts").get(0);
    assertThat(new BigDecimal(portfolio.path("cash").asString())).isEqualByComparingTo(cash);
    assertThat(new BigDecimal(books().path("cash").get(0).path("amount").asString()))
        .isEqualByComparingTo(cash);
  }

  private List<FillRecorded> inSequence() {
    return topics.on(Topic.FILLS).stream()
        .sorted(Comparator.comparing(found -> found.envelope().sequence()))
        .map(found -> (FillRecorded) found.envelope().body())
        .toList();
  }

  @Test
  void nothingWasSentWhileHalted() {
    holds(oracle().nothingIsTakenUpWithin(List.of(new Window("drill", haltedAt, liftedAt))));
    assertThat(topics.bodies(Topic.ORDER_EVENTS, OrderSubmitted.class))
        .anyMatch(sent -> sent.at().isAfter(liftedAt));
  }

  @Test
  void tradingGoesOnAfterTheLastDeath() {
    assertThat(topics.bodies(Topic.ORDER_EVENTS, OrderSubmitted.class))
        .anyMatch(sent -> sent.at().isAfter(backAt));
  }

  @Test
  void everyFillIsTraceableToItsTick() {
    Set<String> ticks =
        topics.on(Topic.TICKS).stream()
            .map(found -> found.envelope().id())
            .collect(Collectors.toSet());
    Map<InputOffset, String> causesOfBars =
        topics.on(Topic.BARS).stream()
            .collect(
                Collectors.toMap(
                    found -> new InputOffset("bars", found.partition(), found.offset()),
                    found -> String.valueOf(found.envelope().causationId())));
    Map<SignalId, Signal> signals =
        topics.bodies(Topic.SIGNALS, Signal.class).stream()
            .collect(
                Collectors.toMap(Signal::signalId, signal -> signal, (first, repeat) -> first));
    Set<SignalId> accepted =
        topics.bodies(Topic.DECISIONS, SignalAccepted.class).stream()
            .map(SignalAccepted::signalId)
            .collect(Collectors.toSet());
    for (FillRecorded fill : topics.bodies(Topic.FILLS, FillRecorded.class)) {
      assertThat(accepted).contains(fill.signalId());
      Signal signal = signals.get(fill.signalId());
      assertThat(signal).as("signal of %s", fill).isNotNull();
      assertThat(signal.inputs())
          .as("inputs of %s", signal)
          .anyMatch(input -> ticks.contains(causesOfBars.getOrDefault(input, "none")));
    }
  }

  private tools.jackson.databind.JsonNode books() {
    return venue().get("/api/v1/books/paper").body();
  }

  private Rest venue() {
    var venue = new Rest(suite.options().ports().url("simulated-venue"));
    venue.adopt(rest);
    return venue;
  }
}
