package io.palmyra.systemtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.Progress;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.server.Server;
import io.palmyra.local.suite.ClosePositions;
import io.palmyra.local.suite.Suite;
import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.local.suite.WideLimits;
import io.palmyra.systemtest.suite.Everything;
import io.palmyra.systemtest.suite.Finding;
import io.palmyra.systemtest.suite.Ledgers;
import io.palmyra.systemtest.suite.Oracle;
import io.palmyra.systemtest.suite.Rest;
import io.palmyra.systemtest.suite.Suites;
import io.palmyra.systemtest.suite.VenueJournal;
import io.palmyra.testing.FullForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The running suite, with three instances of execution, strategies and people at work, struck by
 * one fault after the other; then everything is compared. A short selection in the full form, all
 * of it by {@code ./palmyra test --system}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StruckSuite {
  private static final String CLOSED = "instrument:BTCUSD.SIM";
  private static final int ROUNDS = Integer.getInteger("system.rounds", 0);

  private final int brokers;
  private final List<Fault> known;
  private final Path report;
  private final long seed = Long.getLong("system.seed", System.nanoTime());
  private final List<Struck> struck = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param brokers of Kafka
   * @param known faults to choose from
   * @param report directory of the report, under that of all reports
   */
  StruckSuite(int brokers, List<Fault> known, String report) {
    this.brokers = brokers;
    this.known = known;
    this.report =
        Path.of(System.getProperty("system.report", "target/chaos"))
            .resolve(report)
            .toAbsolutePath();
  }

  @BeforeAll
  void strike() throws IOException, InterruptedException {
    Assumptions.assumeTrue(ROUNDS > 0 || FullForm.isWanted(), "only in the full form");
    List<Fault> faults = faults();
    Assumptions.assumeFalse(faults.isEmpty(), "none of its faults is wanted");
    System.out.println("chaos seed " + seed);
    Instant begun = Instant.now();
    Path data = Files.createTempDirectory("palmyra-chaos");
    try (FullDisk disk = FullDisk.under(data.resolve("postgres"));
        Links links = new Links();
        Suite suite =
            Suites.start(data, given -> settings(links.before(given)).onBrokers(brokers))) {
      List<Server> executions = executions(suite);
      var people = new LogIn(suite);
      var stage = new Stage(suite, executions, links, disk, people);
      try (var flow = new Flow(suite.servers().kafkaBootstrap());
          var crowd = new Crowd(people, seed)) {
        var run = new ChaosRun(stage, flow);
        faults.forEach(fault -> struck.add(run.strike(fault)));
        crowd.close();
        judge(suite, stage, crowd);
        findings.add(
            new Finding(
                "no order of people is refused as wrong",
                crowd.confirmed().size() + " confirmed",
                List.copyOf(crowd.refused())));
        ChaosReport.of(begun, seed, flow.count(), struck, findings).write(report);
      }
    }
  }

  @AfterAll
  void tellWhere() {
    if (!struck.isEmpty()) {
      System.out.println("chaos report: " + report.resolve("report.html"));
    }
  }

  private List<Server> executions(Suite suite) {
    var executions = new ArrayList<>(List.of(suite.service("execution")));
    executions.add(suite.another("execution"));
    executions.add(suite.another("execution"));
    return executions;
  }

  private static SuiteOptions settings(SuiteOptions given) {
    return given
        .leftAlone()
        .with(
            "strategy",
            List.of(
                "palmyra.strategy.seed[0].id=every-eurusd",
                "palmyra.strategy.seed[0].type=every-tick",
                "palmyra.strategy.seed[0].account=paper",
                "palmyra.strategy.seed[0].instrument=EURUSD.SIM",
                "palmyra.strategy.seed[0].parameters.every=2",
                "palmyra.strategy.seed[1].id=every-btcusd",
                "palmyra.strategy.seed[1].type=every-tick",
                "palmyra.strategy.seed[1].account=paper",
                "palmyra.strategy.seed[1].instrument=BTCUSD.SIM",
                "palmyra.strategy.seed[1].parameters.every=5"))
        .with("risk", WideLimits.but(Map.of("stale-price-after", "10s")));
  }

  /** Each as often as asked for, in an order of the seed. */
  private List<Fault> faults() {
    var wanted = new ArrayList<Fault>();
    if (ROUNDS == 0) {
      known.stream().filter(Fault::inShort).forEach(wanted::add);
    }
    for (int round = 0; round < ROUNDS; round++) {
      wanted.addAll(known);
    }
    String only = System.getProperty("system.only", "");
    wanted.removeIf(fault -> !fault.name().matches(".*(" + only + ").*"));
    Collections.shuffle(wanted, new Random(seed));
    return wanted;
  }

  /** Nothing new is sent and nothing moves; once all is at rest, everything is compared. */
  private void judge(Suite suite, Stage stage, Crowd crowd) {
    suite.service("strategy").stop();
    stage.haltAll("the run is over");
    closeOne(suite);
    suite.service("market-data").stop();
    var everything = new Everything(suite.servers().kafkaBootstrap());
    Rest gateway = stage.admin();
    var venue = new Rest(suite.options().ports().url("simulated-venue"));
    venue.adopt(gateway);
    var execution = new Rest("http://127.0.0.1:" + stage.owner().port());
    execution.adopt(gateway);
    var ledgers = new Ledgers(gateway, venue, execution);
    awaitRest(everything, ledgers);
    var oracle = new Oracle(everything, VenueJournal.read(suite.options().home().data()));
    findings.addAll(stage.findings());
    findings.addAll(oracle.all());
    findings.add(oracle.decisionsCanBeMadeAgain());
    findings.add(oracle.nothingIsTakenUpWithin(stage.halts()));
    findings.add(oracle.areDecided(crowd.confirmed()));
    findings.add(ledgers.positions(oracle.booked()));
    findings.add(ledgers.cash());
    findings.add(ledgers.openOrders());
  }

  /** As a stop does that is asked to close something first; the others stay to be compared. */
  private void closeOne(Suite suite) {
    SuiteApi api =
        SuiteApi.withLocalKey(
            suite.options().ports().url("gateway"), suite.options().home().token());
    findings.add(
        new Finding(
            "what a stop is to close is closed before it",
            CLOSED,
            new ClosePositions(api, Progress.silent()).within(CLOSED)));
  }

  /** What left was answered, what was canceled is gone, and the books had time to follow. */
  private static void awaitRest(Everything everything, Ledgers ledgers) {
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(2))
          .ignoreExceptions()
          .until(
              () ->
                  ledgers.openOrders().holds()
                      && ledgers
                          .positions(everything.bodies(Topic.FILLS, FillMessage.class))
                          .holds());
    } catch (ConditionTimeoutException e) {
      // What does not agree by now is told by the findings, one by one.
    }
  }

  @Test
  void tradingGoesOnAfterEachFault() {
    assertThat(struck).isNotEmpty().allSatisfy(each -> assertThat(each.problem()).isNull());
  }

  @Test
  void whatMustHoldHolds() {
    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(finding.violations())
                    .as("%s (%s)", finding.property(), finding.looked())
                    .isEmpty());
  }
}
