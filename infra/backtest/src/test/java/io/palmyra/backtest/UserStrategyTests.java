package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.testing.CompiledJar;
import io.palmyra.testing.ExampleJar;
import io.palmyra.testing.SharedData;
import io.palmyra.testing.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documented example, compiled against the published API alone, over eleven years of palm oil.
 */
class UserStrategyTests {
  @TempDir Path dir;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void jar() throws IOException {
    ExampleJar.writeTo(dir, StrategyType.class, InstrumentId.class);
  }

  private int run(String... options) {
    String data = "--data=" + SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv");
    String[] arguments =
        Stream.concat(
                Stream.of(data, "--strategies=" + dir, "--currency=MYR", "--cash=1000000"),
                Stream.of(options))
            .toArray(String[]::new);
    return Programs.run(
        new RunBacktest(new PrintStream(out, true, StandardCharsets.UTF_8)), arguments);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theDocumentedExampleTradesAndItsRunIsPinned() {
    assertThat(run("--strategy=range-breakout", "--multiplier=25", "--half-spread=1", "--json"))
        .isZero();
    JsonNode report = new JsonMapper().readTree(told());
    assertThat(report.path("figures").path("trades").asInt()).isGreaterThan(50);
    assertThat(report.path("hash").asString())
        .isEqualTo("4b398d8d30930ed37be1bcf542af7343d7bf8b4774b0364cb7506ca823fec1e6");
  }

  @Test
  void theDocumentedExampleKnowsNothingOfWhatComesLater() {
    assertThat(run("--strategy=range-breakout", "--check-lookahead")).isZero();
  }

  @Test
  void aModelTradesAndItsRunCanBeRepeated() throws IOException {
    String[] options = {
      "--strategy=onnx", "--param=inputs=return:20,zscore:20", "--multiplier=25", "--json"
    };
    Files.createDirectories(dir.resolve("models"));
    // Against the distance from the mean, with the change of a month.
    float[][] weights = {{4f}, {-0.8f}};
    Files.write(
        dir.resolve("models/reversion.onnx"), TinyModel.of(weights, new float[1], "Sigmoid"));
    assertThat(run(options)).isZero();
    String first = told();
    JsonNode report = new JsonMapper().readTree(first);
    assertThat(report.path("figures").path("trades").asInt()).isGreaterThan(50);
    out.reset();
    assertThat(run(options)).isZero();
    assertThat(told()).isEqualTo(first);
    out.reset();
    assertThat(run("--strategy=onnx", "--param=inputs=return:20,zscore:20", "--check-lookahead"))
        .isZero();
  }

  @Test
  void itsOwnRuleIsAsked() {
    assertThat(run("--strategy=range-breakout", "--param=exitBars=30")).isEqualTo(2);
    assertThat(told()).isEmpty();
  }

  @Test
  void theDocumentShowsTheCodeThatIsTested() throws IOException {
    assertThat(Files.readString(Path.of("../../docs/strategies.md")))
        .as("docs/strategies.md shows another example than examples/strategies holds")
        .contains("```java\n" + ExampleJar.source() + "```");
  }

  @Test
  void aJarThatIsRefusedKeepsNoOtherFromRunning() throws IOException {
    Files.writeString(dir.resolve("bad.jar"), "no jar");
    assertThat(run("--strategy=range-breakout")).isZero();
    assertThat(told()).contains("trades");
  }

  @Test
  void aStrategyThatThrowsEndsTheRunWithWhatItThrew() throws IOException {
    String broken =
        ExampleJar.source()
            .replace("package example;", "package own;")
            .replace("\"range-breakout\"", "\"broken\"")
            .replace(
                "// The ranges are those",
                "if (isReady()) throw new NoClassDefFoundError(\"lib/Gone\"); // The ranges are those");
    CompiledJar.against(StrategyType.class, InstrumentId.class)
        .with("own.RangeBreakout", broken)
        .providing(StrategyType.class, "own.RangeBreakout")
        .write(dir.resolve("broken.jar"));
    assertThat(run("--strategy=broken")).isEqualTo(1);
    assertThat(told()).as("a report").isEmpty();
  }
}
