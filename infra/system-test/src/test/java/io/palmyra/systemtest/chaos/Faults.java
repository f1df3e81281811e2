package io.palmyra.systemtest.chaos;

import io.palmyra.local.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** All that is done to a running suite. */
final class Faults {
  /** Longer than a lease, a heartbeat and an answer last. */
  private static final Duration LONG = Duration.ofSeconds(8);

  private static final Duration SHORT = Duration.ofSeconds(3);

  private Faults() {}

  static List<Fault> all() {
    var all = new ArrayList<Fault>();
    all.addAll(deaths());
    all.addAll(freezes());
    all.addAll(links());
    all.addAll(moods());
    all.addAll(halts());
    all.addAll(surroundings());
    all.addAll(clocks());
    return List.copyOf(all);
  }

  private static List<Fault> deaths() {
    return List.of(
        killed("the execution that owns the account is killed", true, Stage::owner),
        killed("risk is killed", false, stage -> stage.service("risk")),
        killed("portfolio is killed", false, stage -> stage.service("portfolio")),
        killed("strategy is killed", false, stage -> stage.service("strategy")),
        killed("market data is killed", false, stage -> stage.service("market-data")),
        killed("the gateway is killed", false, stage -> stage.service("gateway")),
        killed("the venue is killed", false, stage -> stage.service("simulated-venue")),
        killed("Kafka is killed", false, Stage::kafka),
        killed("PostgreSQL is killed", false, Stage::postgres),
        killed("Redis is killed", false, Stage::redis),
        new Fault(
            "execution and the venue are killed at once",
            false,
            stage -> killAll(List.of(stage.owner(), stage.service("simulated-venue")))),
        new Fault("every process is killed at once, as by a power cut", false, Faults::powerCut),
        new Fault("every service is restarted in good order", false, Faults::rollingRestart));
  }

  private static List<Fault> freezes() {
    return List.of(
        frozen("the execution that owns the account is frozen for 8 s", true, Stage::owner),
        frozen("risk is frozen for 8 s", false, stage -> stage.service("risk")),
        frozen("the venue is frozen for 8 s", false, stage -> stage.service("simulated-venue")),
        frozen("Kafka is frozen for 8 s", false, Stage::kafka),
        frozen("PostgreSQL is frozen for 8 s", false, Stage::postgres));
  }

  private static List<Fault> links() {
    return List.of(
        venueLink("the link to the venue is cut for 3 s", FaultProxy.Mood.CUT, false),
        venueLink("the link to the venue swallows all for 3 s", FaultProxy.Mood.HALF_OPEN, false),
        venueLink(
            "the venue's answers are lost for 3 s: orders reach it, nobody hears of it",
            FaultProxy.Mood.DEAF_TO_ANSWERS,
            true),
        new Fault(
            "the link to the venue is slow: 150 ms each way for 5 s",
            false,
            stage -> {
              stage.venueLink().slow(Duration.ofMillis(150));
              Stage.pause(Duration.ofSeconds(5));
              stage.venueLink().slow(Duration.ZERO);
            }),
        databaseLink("execution's link to PostgreSQL is cut for 3 s", FaultProxy.Mood.CUT, SHORT),
        databaseLink(
            "execution's link to PostgreSQL swallows all for 8 s",
            FaultProxy.Mood.HALF_OPEN,
            LONG));
  }

  private static List<Fault> moods() {
    return List.of(
        inMood("the venue does what it is asked and tells nobody for 3 s", "losesAnswers", true),
        inMood("the venue tells everything twice for 3 s", "repeatsEvents", true),
        inMood("the venue tells later events first for 3 s", "reordersEvents", true),
        inMood("the venue is 400 ms late for 3 s", "delayMillis", 400),
        inMood("the venue refuses every order for 3 s", "refusesWith", "CLOSED_ONLY"),
        inMood("the venue takes 3 messages a second for 3 s", "messagesPerSecond", 3),
        new Fault(
            "the venue cancels what works when it disconnects",
            false,
            stage -> {
              stage.venue().mood(Map.of("cancelsOnDisconnect", true));
              stage.venue().disconnects();
              Stage.pause(SHORT);
              stage.venue().mood(Map.of());
            }),
        new Fault("the venue takes fills back", true, stage -> stage.venue().busts()));
  }

  private static Fault inMood(String name, String part, Object value) {
    return new Fault(
        name,
        false,
        stage -> {
          stage.venue().mood(Map.of(part, value));
          Stage.pause(SHORT);
          stage.venue().mood(Map.of());
        });
  }

  private static List<Fault> halts() {
    return List.of(
        halted("halted, execution is killed", true, stage -> kill(stage.owner())),
        halted("halted, risk is killed", false, stage -> kill(stage.service("risk"))),
        halted("halted, Kafka is killed", false, stage -> kill(stage.kafka())),
        halted("halted, PostgreSQL is killed", false, stage -> kill(stage.postgres())),
        new Fault(
            "PostgreSQL is frozen for 16 s: a kill after 8 s cancels what works",
            false,
            Faults::killedWithoutDatabase),
        new Fault(
            "Kafka is frozen: execution stops by itself",
            false,
            stage -> {
              Server kafka = stage.kafka();
              kafka.pause();
              stage.silentAfter(kafka.name() + " frozen", Duration.ofMillis(3500), LONG);
              kafka.resume();
            }),
        new Fault(
            "risk is frozen: execution stops by itself",
            false,
            stage -> {
              Server risk = stage.service("risk");
              risk.pause();
              stage.silentAfter(risk.name() + " frozen", Duration.ofMillis(3500), LONG);
              risk.resume();
            }));
  }

  /**
   * The database stands still, the leases are lost by that, and people kill: what works is canceled
   * over the sessions that still stand, and journaled later.
   */
  private static void killedWithoutDatabase(Stage stage) {
    Server postgres = stage.postgres();
    Awaitility.await("an order works")
        .atMost(Duration.ofSeconds(30))
        .until(() -> !stage.venue().working().isEmpty());
    postgres.pause();
    try {
      Stage.pause(LONG);
      stage.haltAll("no database");
      Awaitility.await("nothing works at the venue")
          .atMost(SHORT)
          .until(() -> stage.venue().working().isEmpty());
      Stage.pause(LONG);
    } finally {
      postgres.resume();
    }
    stage.liftHalts();
  }

  private static List<Fault> surroundings() {
    return List.of(
        new Fault(
            "two thousand ticks a second more for 80 s",
            false,
            stage -> stage.watchedFlood(LONG.multipliedBy(10))),
        halted(
            "halted, two thousand ticks a second more for 3 s", true, stage -> stage.flood(SHORT)),
        new Fault(
            "PostgreSQL's disk is full for 5 s",
            true,
            stage -> {
              stage.disk().fill();
              Stage.pause(Duration.ofSeconds(5));
              stage.disk().empty();
              restartIfDead(stage.postgres());
            }));
  }

  private static List<Fault> clocks() {
    return List.of(
        late("risk's clock is five minutes behind", false, stage -> List.of(stage.service("risk"))),
        late("risk's clock is five minutes ahead", true, stage -> List.of(stage.service("risk"))),
        late("execution's clocks are five minutes behind", false, Stage::executions),
        late("execution's clocks are five minutes ahead", true, Stage::executions),
        atSpeed("risk's clock runs twice as fast", 2, stage -> List.of(stage.service("risk"))),
        atSpeed("execution's clocks run twice as fast", 2, Stage::executions),
        atSpeed("execution's clocks run half as fast", 0.5, Stage::executions),
        atSpeed(
            "market data's clock runs twice as fast",
            2,
            stage -> List.of(stage.service("market-data"))),
        jumping(
            "risk's clock jumps five minutes on, and ten back",
            stage -> List.of(stage.service("risk"))),
        jumping("execution's clocks jump five minutes on, and ten back", Stage::executions));
  }

  private static Fault late(String name, boolean ahead, Function<Stage, List<Server>> which) {
    Duration off = Duration.ofMinutes(ahead ? 5 : -5);
    return new Fault(
        name,
        false,
        stage ->
            stage.underWrongClock(
                which.apply(stage), WrongClock.off(off), () -> Stage.pause(LONG)));
  }

  /** Long enough for a drift that is longer than a lease, a heartbeat and an order's age. */
  private static Fault atSpeed(String name, double speed, Function<Stage, List<Server>> which) {
    return new Fault(
        name,
        false,
        stage ->
            stage.underWrongClock(
                which.apply(stage),
                WrongClock.atSpeed(speed),
                () -> Stage.pause(LONG.multipliedBy(3))));
  }

  private static Fault jumping(String name, Function<Stage, List<Server>> which) {
    return new Fault(
        name,
        false,
        stage -> {
          var clock = new WrongClock.Jumping();
          stage.underWrongClock(
              which.apply(stage),
              clock.variables(),
              () -> {
                Stage.pause(LONG);
                clock.jump(Duration.ofMinutes(5));
                Stage.pause(LONG);
                clock.jump(Duration.ofMinutes(-5));
                Stage.pause(LONG);
                clock.jump(Duration.ZERO);
                Stage.pause(SHORT);
              });
        });
  }

  private static Fault killed(String name, boolean inShort, Function<Stage, Server> which) {
    return new Fault(name, inShort, stage -> kill(which.apply(stage)));
  }

  private static Fault frozen(String name, boolean inShort, Function<Stage, Server> which) {
    return new Fault(
        name,
        inShort,
        stage -> {
          Server server = which.apply(stage);
          server.pause();
          Stage.pause(LONG);
          server.resume();
        });
  }

  private static Fault venueLink(String name, FaultProxy.Mood mood, boolean inShort) {
    return new Fault(name, inShort, stage -> spoil(stage.venueLink(), mood, SHORT));
  }

  private static Fault databaseLink(String name, FaultProxy.Mood mood, Duration length) {
    return new Fault(name, false, stage -> spoil(stage.databaseLink(), mood, length));
  }

  private static void spoil(FaultProxy link, FaultProxy.Mood mood, Duration length) {
    link.set(mood);
    Stage.pause(length);
    link.set(FaultProxy.Mood.WELL);
  }

  private static Fault halted(String name, boolean inShort, Fault.Strike meanwhile) {
    return new Fault(name, inShort, stage -> stage.whileHalted(name, () -> meanwhile.on(stage)));
  }

  private static void kill(Server server) {
    server.kill();
    server.start();
  }

  private static void killAll(List<Server> servers) {
    servers.forEach(Server::kill);
    servers.forEach(Server::start);
  }

  private static void powerCut(Stage stage) {
    List<Server> servers = List.of(stage.postgres(), stage.kafka(), stage.redis());
    stage.all().forEach(Server::kill);
    servers.forEach(Server::kill);
    servers.forEach(Server::start);
    stage.all().parallelStream().forEach(Server::start);
  }

  private static void rollingRestart(Stage stage) {
    for (Server server : stage.all()) {
      server.stop();
      server.start();
    }
  }

  private static void restartIfDead(Server server) {
    if (!server.isRunning()) {
      server.start();
    }
  }
}
