package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunWalkForwardTests {
  @TempDir Path dir;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... options) {
    String data = "--data=" + SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv");
    var arguments = new ArrayList<>(List.of(data, "--strategy=sma-cross", "--currency=MYR"));
    arguments.addAll(List.of("--from=2019-01-01", "--to=2021-12-31", "--cash=1000000"));
    arguments.addAll(List.of("--multiplier=25", "--over=fast=5,10,20", "--param=slow=40"));
    arguments.add("--out=" + dir.resolve("walk"));
    arguments.addAll(List.of(options));
    return Programs.run(
        new RunWalkForward(new PrintStream(out, true, StandardCharsets.UTF_8)),
        arguments.toArray(String[]::new));
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name) throws IOException {
    return Files.readString(dir.resolve("walk").resolve(name));
  }

  @Test
  void tellsEachWindowAndWhatWasTraded() throws IOException {
    assertThat(run("--in-sample=300", "--out-of-sample=150", "--json")).isZero();
    JsonNode report = new JsonMapper().readTree(told());
    assertThat(new JsonMapper().readTree(file("report.json"))).isEqualTo(report);
    JsonNode windows = report.path("windows");
    assertThat(file("windows.csv").lines()).hasSize(windows.size() + 1);
    String until = windows.get(0).path("split").asString();
    for (int i = 0; i < windows.size(); i++) {
      assertThat(windows.get(i).path("trials").asInt()).isEqualTo(3);
      assertThat(windows.get(i).path("split").asString()).isGreaterThanOrEqualTo(until);
      until = windows.get(i).path("to").asString();
      assertThat(windows.get(i).path("openAtTheEnd").asBoolean()).isFalse();
    }
    List<String> equity = file("equity.csv").lines().toList();
    assertThat(equity.getLast())
        .isEqualTo(until + "," + windows.get(windows.size() - 1).path("equity").asString());
    assertThat(file("walk-forward.html"))
        .contains("Equity of what was traded, MYR", "closed by an order at its last open")
        .as("it needs nothing else")
        .doesNotContain("http", "<script", "<link", "src=");
  }

  @Test
  void aDirectoryOfOtherWindowsIsLeftAlone() {
    assertThat(run("--in-sample=300", "--out-of-sample=150")).isZero();
    assertThat(told()).contains("walk-forward efficiency");
    assertThat(run("--in-sample=300", "--out-of-sample=150", "--anchored")).isEqualTo(2);
    assertThat(run("--in-sample=301", "--out-of-sample=150")).isEqualTo(2);
    assertThat(run("--in-sample=300", "--out-of-sample=150", "--rolling")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--in-sample=300",
        "--out-of-sample=300",
        "--in-sample=1 --out-of-sample=10",
        "--in-sample=5000 --out-of-sample=10",
        "--in-sample=300 --out-of-sample=0",
        "--in-sample=300 --out-of-sample=3000",
        "--in-sample=300 --out-of-sample=100 --anchored --rolling",
      })
  void whatIsWrongIsNamedAndNothingIsRun(String options) {
    assertThat(run(options.split(" "))).isEqualTo(2);
    assertThat(told()).isEmpty();
    assertThat(dir.resolve("walk")).doesNotExist();
  }
}
