package io.palmyra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTests {
  @Test
  void percentilesAreTheSmallestValueThatSoManyDoNotExceed() {
    double[] thousand = IntStream.rangeClosed(1, 1000).mapToDouble(i -> 1001 - i).toArray();
    assertThat(Figures.of(thousand)).isEqualTo(new Figures(1000, 500, 950, 990, 999));
  }

  @Test
  void theMedianOfRoundsIsTakenOfEachPercentile() {
    var rounds =
        List.of(
            new Figures(10, 1, 9, 5, 7), new Figures(10, 3, 7, 6, 8), new Figures(10, 2, 8, 4, 9));
    assertThat(Figures.median(rounds)).isEqualTo(new Figures(30, 2, 8, 5, 8));
  }

  @Test
  void refusesToSpeakOfNothing() {
    assertThatThrownBy(() -> Figures.of(new double[0])).hasMessage("nothing was measured");
  }
}
