package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunBacktestTests {
  @TempDir Path dir;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... options) {
    String data = "--data=" + SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv");
    String[] arguments =
        Stream.concat(Stream.of(data, "--strategy=sma-cross"), Stream.of(options))
            .toArray(String[]::new);
    return Programs.run(
        new RunBacktest(new PrintStream(out, true, StandardCharsets.UTF_8)), arguments);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsFiguresAndEveryAssumption() {
    assertThat(
            run(
                "--cash=1000000",
                "--currency=MYR",
                "--multiplier=25",
                "--half-spread=1",
                "--slippage=2"))
        .isZero();
    assertThat(told())
        .contains("2820 bars from 2015-01-02T00:00:00Z")
        .contains("interval=P1D")
        .containsPattern("daysPerYear +252\n")
        .contains("sharpe", "maximumDrawdown", "profitFactor")
        .contains("market orders", "2 worse", "always open, every day")
        .contains("with the limits 'wide'")
        .containsPattern("hash [0-9a-f]{64}");
  }

  @Test
  void writesTheReportAndWhatItStandsOn() throws IOException {
    assertThat(run("--json", "--out=" + dir, "--from=2020-01-01", "--to=2021-12-31")).isZero();
    JsonNode report = new JsonMapper().readTree(told());
    assertThat(new JsonMapper().readTree(dir.resolve("report.json").toFile())).isEqualTo(report);
    assertThat(report.path("data").path("from").asString()).isEqualTo("2020-01-02T00:00:00Z");
    int trades = report.path("figures").path("trades").asInt();
    assertThat(trades).isPositive().isEqualTo(report.path("trades").size());
    List<String> lines = Files.readAllLines(dir.resolve("trades.csv"));
    assertThat(lines).hasSize(trades + 1);
    List<String> equity = Files.readAllLines(dir.resolve("equity.csv"));
    assertThat(equity).hasSize(report.path("data").path("bars").asInt() + 1);
    assertThat(equity.getLast()).endsWith(report.path("figures").path("finalEquity").asString());
    assertThat(report.path("months").size()).isEqualTo(24);
    String page = Files.readString(dir.resolve("report.html"));
    assertThat(page).contains("<h1>sma-cross on DATA.FILE</h1>", "class='equity'", "class='buy'");
    assertThat(page).contains(report.path("hash").asString(), "stops are met before limits");
    assertThat(page).as("it needs nothing else").doesNotContain("http", "<script", "<link", "src=");
  }

  @Test
  void rulesOfTheAccountChangeWhatIsTradedAndAreTold() throws IOException {
    assertThat(
            run(
                "--cash=1000000",
                "--multiplier=25",
                "--sizing=volatility",
                "--tiers=standard",
                "--stop-loss=0.03",
                "--portfolio-stop=0.3",
                "--out=" + dir))
        .isZero();
    assertThat(told())
        .contains("2 average true ranges of 14 bars", "warning at ", "stop loss 0.03")
        .containsPattern("closed by STOP_LOSS +[1-9]")
        .contains(" tier WARNING at an equity of ");
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains("<h2>Tiers and protection</h2>", "STOP_LOSS", " tier WARNING at an equity of ");
  }

  @ParameterizedTest
  @CsvSource({
    "--param=fast=1000",
    "--param=fast=60",
    "--param=speed=3",
    "--cash=none",
    "--cash=-5",
    "--tick=0",
    "--limits=none",
    "--half-spread=0.5",
    "--volume-share=2",
    "--from=2040-01-01",
    "--commission-share=-1",
    "--instrument=",
    "--sizing=large",
    "--sizing=volatility --atr-multiple=0",
    "--tiers=many",
    "--stop-loss=1.5",
    "--portfolio-stop=0.2",
    "--session=always",
    "--session=Mon-Fri_10:30-12:30_UTC",
    "--holidays=2026-01-01",
  })
  void whatIsWrongIsNamedAndNothingIsRun(String option) {
    assertThat(run(option.replace('_', ' ').split(" (?=--)"))).isEqualTo(2);
    assertThat(told()).isEmpty();
  }

  @Test
  void quotesArePlayedAsQuotes() {
    String data = "--data=" + SharedData.require("nautilus/truefx/usdjpy-ticks.csv");
    var quotes = new RunBacktest(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(
            Programs.run(
                quotes, data, "--strategy=every-tick", "--latency=PT0.2S", "--currency=JPY"))
        .isZero();
    assertThat(told())
        .contains("of 1000 rows 0 were not taken")
        .contains("reach the venue PT0.2S after their decision")
        .containsPattern("trades +[1-9]");
  }

  @Test
  void quotesAreLookedThroughForALookAhead() {
    String data = "--data=" + SharedData.require("nautilus/truefx/usdjpy-ticks.csv");
    var quotes = new RunBacktest(new PrintStream(out, true, StandardCharsets.UTF_8));
    String[] arguments = {data, "--strategy=every-tick", "--currency=JPY", "--check-lookahead"};
    assertThat(Programs.run(quotes, arguments)).isZero();
    assertThat(told()).containsPattern("no look-ahead: 20 shorter runs .*[1-9]\\d* orders");
  }

  @Test
  void latencyIsOfQuotes() {
    assertThat(run("--latency=PT1S")).isEqualTo(2);
  }

  @Test
  void aStrategyThatIsNotThereIsRefused() {
    String data = "--data=" + SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv");
    assertThat(Programs.run(new RunBacktest(new PrintStream(out)), data, "--strategy=magic"))
        .isEqualTo(2);
  }

  private String scores(String rows) throws IOException {
    String header = "knownAt,score,confidence,source\n";
    return "--sentiment=" + Files.writeString(dir.resolve("scores.csv"), header + rows);
  }

  private static final String[] NEWS = {
    "--strategy=rsi-sentiment",
    "--param=maximumSentimentAge=P7D",
    "--cash=1000000",
    "--from=2020-01-01",
    "--to=2021-12-31"
  };

  private int runOnNews(String... more) {
    String data = "--data=" + SharedData.require("palm-oil/fcpo-daily-tradingview-myr.csv");
    return Programs.run(
        new RunBacktest(new PrintStream(out, true, StandardCharsets.UTF_8)),
        Stream.of(Stream.of(data), Stream.of(NEWS), Stream.of(more))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  /** A good and a bad day's news in turn, each known a minute before a day ends. */
  private String dailyNews() throws IOException {
    var rows = new StringBuilder();
    var day = java.time.LocalDate.parse("2019-12-01");
    for (int i = 0; i < 760; i++) {
      rows.append(day.plusDays(i)).append("T23:59:00Z,").append(i / 40 % 2 == 0 ? "0.6" : "-0.6");
      rows.append(",1,test\n");
    }
    return scores(rows.toString());
  }

  @Test
  void aStrategyThatAsksForNewsTradesWithThem() throws IOException {
    assertThat(runOnNews(dailyNews())).isZero();
    assertThat(told())
        .containsPattern("trades +[1-9]")
        .containsPattern("sentiment +760 scores of scores.csv \\(sha256 [0-9a-f]{64}\\)");
  }

  @Test
  void withoutNewsItSaysThatThereAreNone() {
    assertThat(runOnNews()).isZero();
    assertThat(told())
        .containsPattern("trades +0\n")
        .containsPattern("sentiment +none given: the strategy asks for scores and sees none");
  }

  @Test
  void newsDoNotHideALookAheadNorAPast() throws IOException {
    assertThat(runOnNews(dailyNews(), "--check-lookahead")).isZero();
    assertThat(told()).contains("no look-ahead: 20 shorter runs");
    assertThat(runOnNews(dailyNews(), "--check-warm-up")).isZero();
    assertThat(told()).contains("no hidden past: from ");
  }

  @Test
  void newsForWhoAsksForNoneAreRefused() throws IOException {
    assertThat(run(dailyNews())).isEqualTo(2);
    assertThat(runOnNews(scores(""))).isEqualTo(2);
    assertThat(runOnNews("--sentiment=" + dir.resolve("nowhere.csv"))).isEqualTo(2);
    assertThat(told()).isEmpty();
  }

  @Test
  void sessionsAreToldWithWhatLiesOutsideAndAreOfBarsWithinADay() throws IOException {
    var text = new StringBuilder("time,open,high,low,close\n");
    for (int hour = 0; hour < 48; hour++) {
      text.append("2026-01-%02d %02d:00:00,10,11,9,10%n".formatted(5 + hour / 24, hour % 24));
    }
    String data = "--data=" + Files.writeString(dir.resolve("hours.csv"), text);
    var backtest = new RunBacktest(new PrintStream(out, true, StandardCharsets.UTF_8));
    String session = "--session=Mon-Fri 10:00-12:00,14:00-18:00 Asia/Kuala_Lumpur";
    String holidays = "--holidays=2026-01-06";
    assertThat(Programs.run(backtest, data, "--strategy=sma-cross", session, holidays)).isZero();
    assertThat(told())
        .contains("6 bars from 2026-01-05T02:00:00Z to 2026-01-05T10:00:00Z")
        .contains("in Asia/Kuala_Lumpur, but not on 2026-01-06; 42 bars lie outside");
    assertThat(run(session)).as("bars of a day").isEqualTo(2);
  }
}
