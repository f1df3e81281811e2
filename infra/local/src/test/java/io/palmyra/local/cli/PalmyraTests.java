package io.palmyra.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PalmyraTests {
  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<String> commands() {
    return Palmyra.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpAndADescription(String command) {
    CommandLine line = Palmyra.commandLine().getSubcommands().get(command);
    assertThat(line.getCommandSpec().usageMessage().description()).isNotEmpty();
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "run --speed 3",
        "run --replay . --speed 0",
        "run --replay . --speed fast",
        "run --base-port 70000",
        "tail",
        "tail ticks -n 0",
        "halt --scope all",
        "resume --reason x",
        "explain",
        "optimize --strategy a --data b --out c",
        "walk-forward --strategy a --data b --out c --over x=1..2 --in-sample 5",
        "test --system 0",
        "test --system --simulation 5",
        "test --seed 3"
      })
  void wrongCommandLinesEndWithTwoAndSayWhy(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "status --json",
        "stop",
        "tail ticks",
        "explain 00000000000000000000000000000000",
        "audit verify --token-file none",
        "halt --scope all --reason drill --token-file none",
        "resume --halt all/1 --reason drill --token-file none"
      })
  void withoutASuiteTheseEndWithThree(String line) {
    String[] words = (line + " --data-dir " + dir).split(" ");
    assertThat(run(words)).isEqualTo(3);
    assertThat(out.toString() + err).contains("not running");
  }

  @Test
  void aLogThatIsNotThereNamesThoseThatAre() {
    assertThat(run("logs", "nobody", "--data-dir", dir.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no log of 'nobody'");
  }

  private int run(String... words) {
    CommandLine line = Palmyra.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(words);
  }
}
