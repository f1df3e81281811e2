package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.core.strategy.StrategyCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListStrategiesTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return ListStrategies.run(
        StrategyCatalogue.builtIn(), new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
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
  void oneThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThat(run("magic")).isEqualTo(2);
    assertThat(told()).contains("'magic'; allowed: sma-cross, ");
  }
}
