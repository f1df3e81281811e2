package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.testing.ExampleJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListStrategiesTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return ListStrategies.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void listsAll() {
    assertThat(run()).isZero();
    assertThat(told().lines()).hasSize(StrategyCatalogue.builtIn().all().size());
    assertThat(told()).contains("sma-cross", "bollinger", "vwap");
  }

  @Test
  void describesTheParametersOfOne() {
    assertThat(run("sma-cross")).isZero();
    assertThat(told())
        .contains("slow", "bars in the slow average")
        .contains("a whole number from 2 to 2000; default: 30");
  }

  @Test
  void tellsTheJarThatOneComesFrom(@TempDir Path dir) throws IOException {
    ExampleJar.writeTo(dir, StrategyType.class, InstrumentId.class);
    String where = "--strategies=" + dir;
    assertThat(run(where)).isZero();
    assertThat(told())
        .containsPattern("range-breakout Goes with .*  \\[range-breakout.jar]\n")
        .contains("sma-cross");
    out.reset();
    assertThat(run(where, "range-breakout")).isZero();
    assertThat(told()).containsPattern("sha256 [0-9a-f]{64}\n").contains("entryBars");
  }

  @Test
  void aDirectoryThatIsNotThereIsRefused() {
    assertThat(run("--strategies=/nowhere/at/all")).isEqualTo(2);
    assertThat(told()).isEmpty();
  }

  @Test
  void oneThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThat(run("magic")).isEqualTo(2);
    assertThat(told()).isEmpty();
  }
}
