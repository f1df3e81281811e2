package io.palmyra.userstrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Refusal;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.RunnerState;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.userstrategy.watch.Watchdog;
import io.palmyra.userstrategy.watch.WatchedType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that load and misbehave later, as the service runs them. */
class WatchedTypeTests {
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final Duration BUDGET = Duration.ofMillis(200);
  private static final String END = "watched.test.end";
  private static final String HANG = "while (!Boolean.getBoolean(\"" + END + "\")) {}";

  @TempDir Path dir;

  private final Watchdog watchdog = new Watchdog(_ -> {});

  @AfterEach
  void nothingGoesOnHanging() {
    System.setProperty(END, "true");
  }

  private StrategyType only() throws IOException {
    System.clearProperty(END);
    LoadedStrategies loaded = UserDirectory.load(dir, List.of(), watchdog);
    assertThat(loaded.refused()).isEmpty();
    return new WatchedType(loaded.types().getFirst(), BUDGET, watchdog);
  }

  private static Strategy made(StrategyType type) {
    var accepted = (Validated.Accepted) type.descriptor().validate(Map.of());
    return type.create(accepted.parameters(), EURUSD);
  }

  /** The state of a runner after two ticks. */
  private static RunnerState afterTicks(Strategy strategy) {
    var settings =
        new RunnerSettings(new StrategyInstanceId("i"), new AccountId("a"), EURUSD, BUDGET, BUDGET);
    var runner = new StrategyRunner(settings, strategy, () -> 0);
    runner.goLive(false);
    for (int offset = 0; offset < 2; offset++) {
      Instant at = Instant.EPOCH.plusSeconds(offset);
      Price price = Price.of("1.1");
      var tick = new QuoteTick(EURUSD, price, price, Quantity.ZERO, Quantity.ZERO, at, "test");
      runner.on(Topic.TICKS, 0, offset, new Envelope<>("t" + offset, at, at, null, null, tick));
    }
    return runner.state();
  }

  @Test
  void oneThatIsAsItShouldBeRuns() throws IOException {
    Jars.good(dir.resolve("own.jar"), "own");
    assertThat(afterTicks(made(only()))).isEqualTo(new RunnerState.Running());
  }

  @Test
  void aClassThatIsMissingOnlyWhenItIsNeededFailsTheInstance() throws IOException {
    Path whole =
        Jars.jar()
            .with("lib.Late", "package lib; public class Late { public static void now() {} }")
            .with("own.Own", Jars.source("own", "", "lib.Late.now(); return List.of();"))
            .write(dir.resolve("whole.tmp"));
    Jars.without(whole, "lib/Late.class", dir.resolve("own.jar"));
    assertThat(afterTicks(made(only())))
        .isEqualTo(new RunnerState.Failed("EXCEPTION", "java.lang.NoClassDefFoundError: lib/Late"));
  }

  @Test
  void aCallThatNeverReturnsFailsTheInstanceAndIsNotRepeated() throws IOException {
    Jars.of(dir.resolve("own.jar"), "own", "", HANG + " return List.of();");
    Strategy strategy = made(only());
    assertThat(afterTicks(strategy))
        .isEqualTo(new RunnerState.Failed("OVERRUN", "own.onTick did not return within PT0.2S"));
    assertThatThrownBy(strategy::isReady).hasMessage("an earlier call did not return");
  }

  @Test
  void anAnswerThatIsNullFailsTheInstance() throws IOException {
    Jars.of(dir.resolve("own.jar"), "own", "", "return null;");
    assertThat(afterTicks(made(only())))
        .isInstanceOfSatisfying(
            RunnerState.Failed.class, failed -> assertThat(failed.code()).isEqualTo("EXCEPTION"));
  }

  @Test
  void aRuleThatThrowsOrHangsRefusesTheParameters() throws IOException {
    for (String rule : List.of("throw new RuntimeException(\"moody\");", HANG)) {
      // Loading asks it once, for the defaults; from then on it misbehaves.
      Jars.jar()
          .with(
              "own.Own",
              Jars.source("own", "static int asked;", "return null;")
                  .replace(
                      "p -> List.of()",
                      "p -> { if (asked++ > 0) { %s } return List.of(); }".formatted(rule)))
          .providing(StrategyType.class, "own.Own")
          .write(dir.resolve("own.jar"));
      StrategyType type = only();
      assertThat(type.descriptor().validate(Map.of()))
          .isInstanceOfSatisfying(
              Validated.Refused.class,
              refused ->
                  assertThat(refused.refusals())
                      .singleElement()
                      .extracting(Refusal::allowed)
                      .asString()
                      .startsWith("what the strategy's own rule can judge, which ended with "));
      System.setProperty(END, "true");
      Files.delete(dir.resolve("own.jar"));
    }
  }

  @Test
  void makingAnInstanceThatThrowsOrGivesNothingIsAnException() throws IOException {
    for (String body : List.of("throw new StackOverflowError();", "return null;")) {
      Jars.jar()
          .with(
              "own.Own",
              Jars.source("own", "", "return null;")
                  .replace(
                      "return new Strategy() {",
                      "if (true) { " + body + " } return new Strategy() {"))
          .providing(StrategyType.class, "own.Own")
          .write(dir.resolve("own.jar"));
      StrategyType type = only();
      assertThatThrownBy(() -> made(type))
          .isInstanceOf(io.palmyra.userstrategy.watch.StrategyThrewException.class);
    }
  }
}
