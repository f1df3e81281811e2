package io.palmyra.systemtest.chaos;

import io.palmyra.local.server.Server;
import io.palmyra.local.suite.ServiceSpec;
import io.palmyra.local.suite.Suite;
import io.palmyra.systemtest.suite.Finding;
import io.palmyra.systemtest.suite.Rest;
import io.palmyra.systemtest.suite.Window;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a fault finds: the running processes, the links between them, and an admin's REST. */
final class Stage {
  /** Execution follows a halt within a second. */
  private static final Duration HALT_DEADLINE = Duration.ofSeconds(1);

  private final Suite suite;
  private final List<Server> executions;
  private final Links links;
  private final FullDisk disk;
  private final Supplier<Rest> people;
  private final List<Window> halts = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  Stage(Suite suite, List<Server> executions, Links links, FullDisk disk, Supplier<Rest> people) {
    this.suite = suite;
    this.executions = List.copyOf(executions);
    this.links = links;
    this.disk = disk;
    this.people = people;
  }

  Server service(String id) {
    return suite.service(id);
  }

  Server kafka() {
    return suite.servers().kafka();
  }

  Brokers brokers() {
    return new Brokers(suite.servers());
  }

  Server postgres() {
    return suite.servers().postgres();
  }

  Server redis() {
    return suite.servers().redis();
  }

  FaultProxy venueLink() {
    return links.venue();
  }

  FaultProxy databaseLink() {
    return links.database();
  }

  FullDisk disk() {
    return disk;
  }

  List<Window> halts() {
    return halts;
  }

  List<Server> executions() {
    return executions;
  }

  /**
   * Processes that start anew, end after what is done meanwhile, and start as they were.
   *
   * @param clock variables of the environment that give them a wrong clock
   */
  void underWrongClock(List<Server> processes, Map<String, String> clock, Runnable meanwhile) {
    restart(processes, clock);
    meanwhile.run();
    restart(processes, Map.of());
  }

  private void restart(List<Server> processes, Map<String, String> variables) {
    processes.forEach(Server::kill);
    processes.forEach(process -> suite.setVariables(process, variables));
    processes.parallelStream().forEach(Server::start);
  }

  /** The instance of execution that holds the account now. */
  Server owner() {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> executions.stream().filter(this::holds).findFirst(), found -> found.isPresent())
        .orElseThrow();
  }

  /** Every process that serves REST. */
  List<Server> all() {
    var all = new ArrayList<Server>();
    ServiceSpec.ALL.forEach(spec -> all.add(suite.service(spec.id())));
    executions.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return all;
  }

  private boolean holds(Server execution) {
    return standing(execution).path("held").asBoolean(false);
  }

  /** Whether orders leave: some instance holds the account and is armed. */
  boolean isArmed() {
    return executions.stream().anyMatch(each -> standing(each).path("armed").asBoolean(false));
  }

  String whyNotArmed() {
    return executions.stream().map(each -> each.name() + ": " + standing(each)).toList().toString();
  }

  private JsonNode standing(Server execution) {
    try {
      return rest(execution).get("/api/v1/venue-accounts").body().path("items").path(0);
    } catch (UncheckedIOException e) {
      return MissingNode.getInstance();
    }
  }

  private Rest rest(Server server) {
    Rest rest = new Rest("http://127.0.0.1:" + server.port());
    rest.adopt(admin());
    return rest;
  }

  /** An admin's REST at the gateway. */
  Rest admin() {
    return people.get();
  }

  /** Halts all, does something meanwhile, and lifts; what the venue takes up meanwhile is wrong. */
  void whileHalted(String why, Runnable meanwhile) {
    haltAll(why);
    Instant from = Instant.now().plus(HALT_DEADLINE);
    meanwhile.run();
    pause(Duration.ofSeconds(2));
    halts.add(new Window(why, from, Instant.now()));
    liftHalts();
  }

  /** Halts all and cancels what is open. */
  void haltAll(String why) {
    var answer =
        admin()
            .post(
                "/api/v1/halts",
                Map.of("scope", "all", "mode", "HALTED", "reason", why, "cancelOrders", true),
                Map.of());
    if (answer.status() != 201) {
      throw new IllegalStateException("halt: " + answer);
    }
  }

  /** From now on for so long nothing may be taken up, once a deadline has passed. */
  void silentAfter(String why, Duration deadline, Duration length) {
    Instant from = Instant.now().plus(deadline);
    pause(length);
    halts.add(new Window(why, from, Instant.now()));
  }

  /**
   * Lifts what holds, as a risk manager would after a look, as soon as risk answers; how many there
   * were.
   */
  int liftHalts() {
    return Awaitility.await("halts are lifted")
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(this::liftEach, lifted -> lifted >= 0);
  }

  private int liftEach() {
    int lifted = 0;
    for (JsonNode halt : admin().items("/api/v1/halts")) {
      if (halt.path("status").asString("").equals("ACTIVE")) {
        var answer =
            admin()
                .post(
                    "/api/v1/halts/lift",
                    Map.of("halt", halt.path("halt").asString(), "reason", "looked at"),
                    Map.of());
        lifted += answer.status() == 200 ? 1 : 0;
      }
    }
    return lifted;
  }

  /** What the venue is told to do, and what it says. */
  VenueHand venue() {
    return new VenueHand(rest(service("simulated-venue")));
  }

  /** Far more ticks than there are, for so long. */
  void flood(Duration length) {
    new Flood(suite.servers().kafkaBootstrap(), admin().items("/api/v1/quotes")).during(length);
  }

  /** The same, while it is watched that memory stands and that everyone keeps up. */
  void watchedFlood(Duration length) {
    var watch = new LoadWatch(all(), suite.options().home()::log);
    Duration part = length.dividedBy(4);
    flood(part);
    watch.begin();
    flood(length.minus(part));
    findings.add(watch.finding(length));
  }

  /** What was found on the way, beside what is compared at the end. */
  List<Finding> findings() {
    return findings;
  }

  static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }
}
