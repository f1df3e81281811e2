package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportHistoryTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String file, String... options) {
    String[] arguments =
        Stream.concat(Stream.of(SharedData.require(file).toString()), Stream.of(options))
            .toArray(String[]::new);
    return ImportHistory.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsOfEachReasonAndOfSomeRows() {
    assertThat(run("palm-oil/fcpo-daily-investing-myr.csv")).isZero();
    assertThat(told())
        .contains("2745 read, 2407 taken, 338 rejected")
        .contains("338  low ≤ open, close ≤ high does not hold")
        .contains("line 5: 2015-01-07,2320.0,2348.0,2317.0,2349.0,550.0")
        .contains("and 328 more")
        .contains("15  volumes, to 8 decimals");
  }

  @Test
  void tellsAllAsJsonAndFailsWhereThatIsWanted() {
    assertThat(run("palm-oil/fcpo-daily-investing-myr.csv", "--json", "--strict")).isEqualTo(1);
    JsonNode report = new JsonMapper().readTree(told());
    assertThat(report.path("rejected").size()).isEqualTo(338);
    assertThat(report.path("interval").asString()).isEqualTo("PT24H");
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThat(ImportHistory.run(new PrintStream(out), "no-such-file.csv")).isEqualTo(2);
  }
}
