package io.palmyra.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a command is given must reach the program that does the work. */
class HandedOnOptionsTests {
  private static final List<String> SETUP =
      List.of(
          "--strategy=sma-cross",
          "--data=/data/bars.csv",
          "--param=fast=7",
          "--param=slow=9",
          "--instrument=GOLD.TEST",
          "--currency=MYR",
          "--tick=0.5",
          "--lot=2",
          "--multiplier=25",
          "--from=2020-01-02",
          "--to=2021-03-04",
          "--cash=5",
          "--half-spread=1",
          "--slippage=2",
          "--commission-per-unit=3",
          "--commission-share=0.001",
          "--volume-share=0.1",
          "--funding-rate=0.0001",
          "--funding-every=PT4H",
          "--limits=careful",
          "--session=Mon-Fri 10:30-12:30 Asia/Kuala_Lumpur",
          "--holidays=2026-01-01",
          "--sentiment=/data/scores.csv",
          "--sizing=kelly",
          "--atr-period=7",
          "--atr-multiple=3",
          "--kelly-share=0.3",
          "--kelly-minimum-trips=11",
          "--kelly-start=0.001",
          "--tiers=standard",
          "--stop-loss=0.01",
          "--take-profit=0.02",
          "--trailing-stop=0.03",
          "--portfolio-stop=0.04",
          "--strategies=/strategies");

  private static final List<String> SEARCH =
      List.of(
          "--over=atrPeriod=5..9:2",
          "--over=direction=LONG,SHORT",
          "--search=random",
          "--trials=17",
          "--seed=23",
          "--objective=profit-factor",
          "--min-trades=4",
          "--threads=3",
          "--out=/out",
          "--json");

  private static List<String> all(List<String> first, String... more) {
    var all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> search(String... more) {
    var all = new ArrayList<>(SETUP);
    all.addAll(SEARCH);
    return all(all, more);
  }

  /** Every option that a command has, so that none is forgotten here. */
  private static List<String> names(Object command) {
    return new CommandLine(command)
        .getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .map(OptionSpec::longestName)
            .filter(name -> !List.of("--data-dir", "--root").contains(name))
            .toList();
  }

  private static List<String> namesIn(List<String> arguments) {
    return arguments.stream().map(each -> each.replaceAll("=.*", "")).distinct().toList();
  }

  @Test
  void allOfABacktest() {
    var command = new BacktestCommand();
    List<String> given =
        all(
            SETUP,
            "--out=/out",
            "--json",
            "--latency=PT0.5S",
            "--check-lookahead",
            "--check-warm-up");
    assertThat(namesIn(given)).containsExactlyInAnyOrderElementsOf(names(command));
    new CommandLine(command).parseArgs(given.toArray(String[]::new));
    assertThat(command.options.arguments()).containsExactlyInAnyOrderElementsOf(given);
  }

  @Test
  void allOfASearch() {
    var command = new OptimizeCommand();
    assertThat(namesIn(search())).containsExactlyInAnyOrderElementsOf(names(command));
    new CommandLine(command).parseArgs(search().toArray(String[]::new));
    assertThat(command.options.arguments()).containsExactlyInAnyOrderElementsOf(search());
  }

  @Test
  void allOfAWalk() {
    var command = new WalkForwardCommand();
    List<String> given = search("--in-sample=500", "--out-of-sample=100", "--anchored");
    assertThat(namesIn(all(given, "--rolling")))
        .containsExactlyInAnyOrderElementsOf(names(command));
    new CommandLine(command).parseArgs(given.toArray(String[]::new));
    assertThat(command.options.arguments()).containsExactlyInAnyOrderElementsOf(given);
    var rolling = new WalkForwardCommand();
    List<String> others = search("--in-sample=500", "--out-of-sample=100");
    new CommandLine(rolling).parseArgs(others.toArray(String[]::new));
    assertThat(rolling.options.arguments())
        .containsExactlyInAnyOrderElementsOf(all(others, "--rolling"));
  }

  @Test
  void pathsAreThoseOfTheDirectoryWhereTheCommandWasGiven() {
    var command = new OptimizeCommand();
    new CommandLine(command)
        .parseArgs("--strategy=a", "--data=bars.csv", "--over=x=1..2", "--out=out");
    assertThat(command.options.arguments())
        .contains("--out=" + Path.of("out").toAbsolutePath())
        .contains("--data=" + Path.of("bars.csv").toAbsolutePath());
  }
}
