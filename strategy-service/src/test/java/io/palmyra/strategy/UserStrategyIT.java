package io.palmyra.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.RunnerState;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.platform.likeness.Likeness;
import io.palmyra.strategy.application.Fleet;
import io.palmyra.strategy.application.InstanceState;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.strategy.application.StrategyInstance;
import io.palmyra.strategy.outbound.PostgresLeases;
import io.palmyra.testing.CompiledJar;
import io.palmyra.testing.ExampleJar;
import io.palmyra.testing.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jars of users in the running service. */
class UserStrategyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String END = "looping.test.end";

  /** Loops, deaf to interrupts, at the first bar above a price, until the test ends. */
  private static final String LOOPING =
      """
      package own;

      import io.palmyra.contracts.id.InstrumentId;
      import io.palmyra.core.strategy.*;
      import java.time.Duration;
      import java.util.List;

      public class Looping implements StrategyType {
        public StrategyDescriptor descriptor() {
          return new StrategyDescriptor("looping", "Loops.", List.of(), p -> List.of(), false);
        }

        public Strategy create(Parameters parameters, InstrumentId instrument) {
          return new Strategy() {
            public DataNeeds needs() {
              return new DataNeeds(false, Duration.ofSeconds(1), false, 0);
            }

            public boolean isReady() {
              return true;
            }

            public List<Proposal> onBar(Bar bar, StrategyContext context) {
              while (bar.close() > 2 && !Boolean.getBoolean("%s")) {}
              return List.of();
            }
          };
        }
      }
      """
          .formatted(END);

  @TempDir Path jars;

  private Map<String, Object> settings(String account) {
    Map<String, Object> settings = Replica.settings(account, "EURUSD.SIM", "range-breakout");
    settings.put("palmyra.strategy.directory", jars.toString());
    String parameters = "palmyra.strategy.seed[0].parameters.";
    settings.put(parameters + "entryBars", "3");
    settings.put(parameters + "exitBars", "2");
    settings.put(parameters + "atrPeriod", "2");
    settings.put(parameters + "interval", "PT1S");
    return settings;
  }

  private void example() throws IOException {
    ExampleJar.writeTo(jars, StrategyType.class, InstrumentId.class);
  }

  @Test
  void theExampleAndAModelAreListedWithTheirFilesAndTradeAndARefusedOneIsTold() throws Exception {
    example();
    Files.writeString(jars.resolve("bad.jar"), "no jar");
    Path models = Files.createDirectories(jars.resolve("models"));
    float[][] weights = {{1f}};
    Files.write(models.resolve("tiny.onnx"), TinyModel.of(weights, new float[1], "Sigmoid"));
    Map<String, Object> settings = settings("users");
    String seed = "palmyra.strategy.seed[1].";
    settings.put(seed + "type", "onnx");
    settings.put(seed + "id", "users-model");
    settings.put(seed + "account", "users");
    settings.put(seed + "instrument", "EURUSD.SIM");
    settings.put(seed + "parameters.atrPeriod", "2");
    settings.put(seed + "parameters.interval", "PT1S");
    settings.put(seed + "parameters.enterLong", "0.51");
    try (var outside = new Outside("users", "EURUSD");
        var replica = Replica.start(settings)) {
      JsonNode types = get(replica, "/api/v1/strategies");
      JsonNode example = named(types, "id", "range-breakout");
      assertThat(example.at("/jar").asString()).isEqualTo("range-breakout.jar");
      assertThat(example.at("/jarSha256").asString()).matches("[0-9a-f]{64}");
      assertThat(example.at("/parameters/0/name").asString()).isEqualTo("entryBars");
      assertThat(named(types, "id", "sma-cross").has("jar")).isFalse();
      JsonNode files = get(replica, "/api/v1/strategies/files");
      assertThat(named(files, "file", "bad.jar").at("/refused").asString())
          .startsWith("it is no jar");
      assertThat(named(files, "file", "range-breakout.jar").at("/strategies/0").asString())
          .isEqualTo("range-breakout");
      assertThat(named(files, "file", "models/tiny.onnx").at("/strategies/0").asString())
          .isEqualTo("onnx");

      outside.bars(1.10, 1.10, 1.10, 1.10, 1.10);
      await()
          .atMost(PATIENCE)
          .until(() -> runs(replica, "users-run") && runs(replica, "users-model"));
      outside.bars(1.10, 1.20);
      await().atMost(PATIENCE).until(() -> outside.signals().size() == 2);
      assertThat(outside.signals())
          .extracting(envelope -> (EntryProposed) envelope.body())
          .allMatch(entry -> entry.side() == Side.BUY)
          .extracting(entry -> entry.source().value())
          .containsExactlyInAnyOrder("strategy:users-run", "strategy:users-model");
    }
  }

  @Test
  void aCallThatNeverReturnsFailsItsInstanceWhileItHangsAndTheOthersGoOn() throws Exception {
    example();
    CompiledJar.against(StrategyType.class, InstrumentId.class)
        .with("own.Looping", LOOPING)
        .providing(StrategyType.class, "own.Looping")
        .write(jars.resolve("looping.jar"));
    Map<String, Object> settings = settings("hang");
    String seed = "palmyra.strategy.seed[1].";
    settings.put(seed + "type", "looping");
    settings.put(seed + "id", "hang-loop");
    settings.put(seed + "account", "hang");
    settings.put(seed + "instrument", "EURUSD.SIM");
    try (var outside = new Outside("hang", "EURUSD");
        var replica = Replica.start(settings)) {
      outside.bars(1.10, 1.10, 1.10, 1.10, 1.10);
      await().atMost(PATIENCE).until(() -> runs(replica, "hang-run") && runs(replica, "hang-loop"));
      outside.bars(3.10);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                StrategyInstance failed = stored(replica, "hang-loop");
                assertThat(failed.state()).isEqualTo(InstanceState.FAILED);
                assertThat(failed.reason())
                    .isEqualTo("OVERRUN: looping.onBar did not return within PT1S");
              });
      assertThat(hangs()).as("the call still hangs").isTrue();
      // The bar that one of them hangs on reaches the other one too, and so do those that follow.
      await().atMost(PATIENCE).until(() -> outside.signals().size() == 1);
      outside.bars(IntStream.range(32, 64).mapToDouble(tenths -> tenths / 10.0).toArray());
      await().atMost(PATIENCE).until(() -> outside.signals().size() > 1);
      assertThat(stored(replica, "hang-run").state()).isEqualTo(InstanceState.RUNNING);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  outside.all(Topic.ALERTS, "strategy-service").stream()
                      .map(Envelope::body)
                      .anyMatch(
                          body ->
                              body instanceof AlertRaised alert
                                  && alert.code().equals("STRATEGY_FAILED")
                                  && alert.attributes().containsValue("hang-loop")));
    } finally {
      System.setProperty(END, "true");
    }
  }

  @Test
  void anInstanceWhoseJarIsGoneFailsAndSaysSo() throws Exception {
    example();
    Map<String, Object> settings = settings("gone");
    try (var outside = new Outside("gone", "EURUSD")) {
      try (var replica = Replica.start(settings)) {
        await().atMost(PATIENCE).until(replica::isLive);
      }
      Files.delete(jars.resolve("range-breakout.jar"));
      try (var replica = Replica.start(settings)) {
        await()
            .atMost(PATIENCE)
            .until(() -> stored(replica, "gone-run").state() == InstanceState.FAILED);
        assertThat(stored(replica, "gone-run").reason())
            .startsWith("NOT_STARTED: strategy is 'range-breakout'; allowed: one of sma-cross, ");
        assertThat(replica.post("/api/v1/strategy-instances/gone-run/resume", "").statusCode())
            .isEqualTo(400);
      }
      example();
      try (var replica = Replica.start(settings)) {
        assertThat(replica.post("/api/v1/strategy-instances/gone-run/resume", "").statusCode())
            .isEqualTo(200);
        await().atMost(PATIENCE).until(replica::isLive);
      }
      assertThat(outside.signals()).isEmpty();
    }
  }

  @Test
  void aReplicaWithAnotherJarRunsNothingBesideAnEarlierOne(@TempDir Path others) throws Exception {
    example();
    Files.copy(jars.resolve("range-breakout.jar"), others.resolve("range-breakout.jar"));
    Files.writeString(others.resolve("more.jar"), "no jar, but of other bytes");
    Map<String, Object> settings = settings("jars");
    var unlike = new HashMap<>(settings);
    unlike.put("palmyra.strategy.directory", others.toString());
    try (var outside = new Outside("jars", "EURUSD");
        var earlier = Replica.start(settings);
        var later = Replica.start(unlike)) {
      await().atMost(PATIENCE).until(earlier::isLive);
      assertThat(later.bean(Likeness.class).unlike().orElse(""))
          .startsWith("the end of instance ")
          .containsPattern("/files-[0-9a-f]{16}; this one is of .*/files-[0-9a-f]{16}$");
      earlier.bean(PostgresLeases.class).close();
      await().during(Duration.ofSeconds(6)).atMost(PATIENCE).until(() -> !later.isLive());
      earlier.close();
      await().atMost(PATIENCE).until(later::isLive);
      assertThat(outside.signals()).isEmpty();
    }
  }

  @Test
  void aJarThatIsNotTrustedRunsInAServiceOfItsOwnBesideTheOther() throws Exception {
    example();
    Map<String, Object> apart = settings("apart");
    Map<String, Object> trusted = Replica.settings("trusted", "EURUSD.SIM", "sma-cross");
    try (var outside = new Outside("apart", "EURUSD");
        var first = Replica.start(trusted);
        var second = Replica.start(apart)) {
      outside.bars(1.10, 1.10, 1.10, 1.10, 1.10);
      await().atMost(PATIENCE).until(() -> first.isLive() && second.isLive());
      assertThat(get(first, "/api/v1/strategies/files").isEmpty()).isTrue();
      assertThat(get(first, "/api/v1/strategies").valueStream())
          .noneMatch(type -> type.at("/id").asString().equals("range-breakout"));
      outside.bars(1.10, 1.20);
      await().atMost(PATIENCE).until(() -> outside.signals().size() == 1);
    }
  }

  private static boolean hangs() {
    return Thread.getAllStackTraces().values().stream()
        .anyMatch(
            frames ->
                java.util.Arrays.stream(frames)
                    .anyMatch(frame -> frame.getClassName().startsWith("own.Looping")));
  }

  private static boolean runs(Replica replica, String id) {
    return replica.bean(Fleet.class).state(new StrategyInstanceId(id)).orElse(null)
        instanceof RunnerState.Running;
  }

  private static StrategyInstance stored(Replica replica, String id) {
    return replica.bean(InstanceStore.class).find(new StrategyInstanceId(id)).orElseThrow();
  }

  private static JsonNode named(JsonNode items, String field, String value) {
    return items
        .valueStream()
        .filter(item -> item.path(field).asString("").equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode get(Replica replica, String path) throws Exception {
    var answer = replica.send("GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body()).at("/items");
  }
}
