package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.local.MonotonicTime;
import io.palmyra.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over three years of palm oil. */
class RunSearchTests {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path dir;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private static List<String> arguments(Path to, String... options) {
    String data = "--data=" + SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv");
    var arguments = new ArrayList<>(List.of(data, "--strategy=sma-cross", "--currency=MYR"));
    arguments.addAll(List.of("--from=2019-01-01", "--to=2021-12-31", "--cash=1000000"));
    arguments.addAll(List.of("--multiplier=25", "--half-spread=1", "--out=" + to));
    arguments.addAll(List.of(options));
    return arguments;
  }

  private int run(Path to, String... options) {
    var program = new RunSearch(new PrintStream(out, true, StandardCharsets.UTF_8));
    return Programs.run(program, arguments(to, options).toArray(String[]::new));
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsTheBestAndWritesWhatItStandsOn() throws IOException {
    assertThat(run(dir, "--over=fast=5..20:5", "--over=slow=10..30:10", "--json")).isZero();
    JsonNode report = new JsonMapper().readTree(told());
    assertThat(new JsonMapper().readTree(dir.resolve("report.json").toFile())).isEqualTo(report);
    assertThat(report.path("trials").asInt()).isEqualTo(8);
    assertThat(report.path("dropped").asInt()).as("fast is not below slow").isEqualTo(4);
    List<String> rows = Files.readAllLines(dir.resolve("trials.csv"));
    assertThat(rows).hasSize(9);
    assertThat(rows.getFirst()).startsWith("trial,fast,slow,trades,profit,return");
    double best = report.path("best").path("objective").asDouble();
    for (JsonNode ranked : report.path("ranking")) {
      assertThat(ranked.path("objective").asDouble()).isLessThanOrEqualTo(best);
    }
    assertThat(report.path("robustness").path("deflatedSharpe").path("trials").asInt())
        .isEqualTo(8);
    String page = Files.readString(dir.resolve("heatmap.html"));
    assertThat(page)
        .contains("fast down, slow across", "<h1>sma-cross on DATA.FILE, searched</h1>");
    assertThat(page).as("it needs nothing else").doesNotContain("http", "<script", "<link", "src=");
  }

  @Test
  void aTrialIsWhatABacktestOfItsParametersGives() throws IOException {
    assertThat(run(dir, "--over=fast=7,9", "--param=slow=25")).isZero();
    for (String row : Files.readAllLines(dir.resolve("trials.csv")).subList(1, 3)) {
      out.reset();
      List<String> cells = List.of(row.split(",", -1));
      String[] same =
          Stream.concat(
                  arguments(dir.resolve("one")).stream(),
                  Stream.of("--json", "--param=slow=25", "--param=fast=" + cells.get(1)))
              .toArray(String[]::new);
      assertThat(Programs.run(new RunBacktest(new PrintStream(out)), same)).isZero();
      JsonNode report = new JsonMapper().readTree(told());
      JsonNode figures = report.path("figures");
      assertThat(cells.getLast()).isEqualTo(report.path("hash").asString());
      assertThat(Integer.parseInt(cells.get(2))).isEqualTo(figures.path("trades").asInt());
      assertThat(cells.get(3)).isEqualTo(figures.path("profit").asString());
      assertThat(Double.parseDouble(cells.get(6))).isEqualTo(figures.path("sharpe").asDouble());
      assertThat(Double.parseDouble(cells.get(9)))
          .isEqualTo(figures.path("maximumDrawdown").asDouble());
    }
  }

  @Test
  void whatWasKilledGoesOnAndEndsAsIfItHadNot() throws Exception {
    String[] sweep = {"--over=fast=2..21", "--over=slow=30..69:2", "--threads=2"};
    Path killed = dir.resolve("killed");
    Path trials = killed.resolve("trials.csv");
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), RunSearch.class.getName()));
    command.addAll(arguments(killed, sweep));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(dir.toFile(), "log"))
            .start();
    MonotonicTime time = MonotonicTime.start();
    while (!(Files.exists(trials) && Files.size(trials) > 5_000) && process.isAlive()) {
      assertThat(time.passed(LONG)).as("it takes too long").isFalse();
      MonotonicTime.pause(Duration.ofMillis(2));
    }
    assertThat(process.destroyForcibly().waitFor()).as("killed, not done").isNotZero();
    assertThat(Files.readAllLines(trials)).hasSizeBetween(10, 390);
    assertThat(run(killed, sweep)).isZero();
    String resumed = told();
    out.reset();
    Path whole = dir.resolve("whole");
    assertThat(run(whole, sweep)).isZero();
    assertThat(resumed).isEqualTo(told().replace(whole.toString(), killed.toString()));
    for (String file : List.of("trials.csv", "report.json", "heatmap.html")) {
      assertThat(killed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
  }

  @Test
  void aDirectoryOfAnotherSearchIsLeftAlone() throws IOException {
    assertThat(run(dir, "--over=fast=5,6")).isZero();
    String before = Files.readString(dir.resolve("trials.csv"));
    assertThat(run(dir, "--over=fast=5,6", "--objective=calmar")).isEqualTo(2);
    assertThat(run(dir, "--over=fast=5,7")).isEqualTo(2);
    assertThat(run(dir, "--over=fast=5,6", "--param=slow=31")).isEqualTo(2);
    assertThat(dir.resolve("trials.csv")).hasContent(before);
  }

  @Test
  void whereNoDirectoryCanBeItIsToldWhy() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "mine");
    assertThat(run(file, "--over=fast=5,6")).isEqualTo(2);
    assertThat(run(file.resolve("below"), "--over=fast=5,6")).isEqualTo(1);
    assertThat(file).hasContent("mine");
  }

  @Test
  void whereNoTrialCountsItSaysSo() {
    assertThat(run(dir, "--over=fast=5,6", "--min-trades=1000")).isEqualTo(1);
    assertThat(told()).contains("none of 2 trials counts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--over=fast=0..5",
        "--over=fast=490..510",
        "--over=speed=1..2",
        "--over=interval=PT1H,P1D",
        "--over=fast=1..400 --over=slow=401..900",
        "--over=fast=1..3 --over=fast=5..6",
        "--over=fast=1..3 --param=fast=2",
        "--over=fast=1..3 --param=slow=none",
        "--over=fast=1..3 --param=magic=2",
        "--over=fast=1..3 --objective=luck",
        "--over=fast=1..3 --search=guess",
        "--over=fast=1..3 --trials=5",
        "--over=fast=1..3 --search=random --trials=0",
        "--over=fast=1..3 --threads=0",
        "--over=fast=1..3 --min-trades=-1",
        "--over=fast=1..3 --half-spread=0.5",
        "--over=fast=1..3 --limits=none",
        "--param=fast=3",
      })
  void whatIsWrongIsNamedAndNothingIsRun(String options) {
    Path to = dir.resolve("new");
    assertThat(run(to, options.split(" "))).isEqualTo(2);
    assertThat(told()).isEmpty();
    assertThat(to).doesNotExist();
  }
}
