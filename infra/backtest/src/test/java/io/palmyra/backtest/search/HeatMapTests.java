package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeatMapTests {
  private static final Colours COLOURS = new Colours(0, 10);
  private static final Axis FAST = new Axis("fast", List.of("1", "2"), true);
  private static final Axis MODE = new Axis("mode", List.of("A&B", "C"), false);

  private static Outcome worth(double objective, Map<String, String> parameters) {
    String remark = Double.isNaN(objective) ? "too few trades" : "";
    return new Outcome(new Trial(1, parameters), Metrics.none(0, "0"), objective, remark, "");
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  @Test
  void aCellShowsTheBestOfWhateverTheOthersAre() {
    String map =
        HeatMap.of(
            FAST,
            MODE,
            List.of(
                worth(3, Map.of("fast", "1", "mode", "C", "slow", "7")),
                worth(8, Map.of("fast", "1", "mode", "C", "slow", "8")),
                worth(5, Map.of("fast", "1", "mode", "C", "slow", "9"))),
            COLOURS);
    assertThat(map).contains(">8.000</td>").doesNotContain(">3.000<", ">5.000<");
    assertThat(count(map, "<td></td>")).as("not tried").isEqualTo(3);
    assertThat(map).contains("mode down, fast across", "<th>A&amp;B</th>").doesNotContain("A&B");
  }

  @Test
  void whatDoesNotCountIsStripedAndSaysWhy() {
    String map = HeatMap.of(FAST, null, List.of(worth(Double.NaN, Map.of("fast", "2"))), COLOURS);
    assertThat(map).contains("class=\"none\"", "too few trades");
  }

  @Test
  void manyValuesShareCellsAndTheBestOfThemIsSeen() {
    List<String> values = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList();
    var many = new Axis("many", values, true);
    List<Outcome> outcomes =
        values.stream()
            .map(value -> worth(Integer.parseInt(value) % 3, Map.of("many", value, "fast", "1")))
            .toList();
    String map = HeatMap.of(many, FAST, outcomes, COLOURS);
    assertThat(map).contains("the best of 1 by 3 values in each cell");
    assertThat(count(map, "title=")).isEqualTo(34);
    assertThat(count(map, ": 2.000\"")).as("each has one that is worth 2").isEqualTo(33);
  }

  @Test
  void coloursKeepToTheirEnds() {
    assertThat(COLOURS.style(-5)).isEqualTo(COLOURS.style(0)).contains("rgb(0,34,78)", "#fff");
    assertThat(COLOURS.style(99)).isEqualTo(COLOURS.style(10)).contains("rgb(254,232,56)", "#000");
    assertThat(COLOURS.style(5)).contains("rgb(124,123,120)");
  }
}
