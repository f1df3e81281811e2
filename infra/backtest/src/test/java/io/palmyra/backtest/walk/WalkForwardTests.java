package io.palmyra.backtest.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.search.AxisText;
import io.palmyra.backtest.search.Goal;
import io.palmyra.backtest.search.GridSearch;
import io.palmyra.backtest.search.Ground;
import io.palmyra.backtest.search.Hill;
import io.palmyra.backtest.search.Objective;
import io.palmyra.backtest.search.SearchPlan;
import io.palmyra.backtest.search.Space;
import io.palmyra.backtest.search.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a strategy that buys or sells 103 units and holds them: the side is what is chosen. */
class WalkForwardTests {
  private static final Space SIDES =
      new Space(List.of(AxisText.read("side=BUY,SELL", new Hill().descriptor())));
  private static final long[] UP_THEN_DOWN = {100, 100, 110, 120, 130, 120, 110, 100};

  @TempDir Path dir;

  private Walked walk(Bars bars, List<Window> windows, Goal goal, String name) throws IOException {
    Ground ground = Hill.ground(bars, Map.of());
    var plan = new SearchPlan(SIDES, new GridSearch(), goal);
    try (var workers = new Workers(2)) {
      int begin = windows.getFirst().split();
      return new WalkForward(ground, plan, workers, dir.resolve(name), begin)
          .over(windows, _ -> {});
    }
  }

  private Walked walk(long[] closes, int inSample, int outOfSample, String name)
      throws IOException {
    List<Window> windows = Window.of(closes.length, inSample, outOfSample, false);
    return walk(Hill.bars(closes), windows, Hill.profit(), name);
  }

  private static List<String> sides(Walked walked) {
    return walked.steps().stream()
        .map(step -> Objects.requireNonNull(step.chosen()).trial().parameters().get("side"))
        .toList();
  }

  @Test
  void whatIsTradedIsNeverSeenByTheChoice() throws IOException {
    long[] closes = {100, 100, 110, 120, 130, 140, 150, 160};
    Walked rising = walk(closes, 4, 4, "a");
    assertThat(sides(rising)).containsExactly("BUY");
    for (int changed = 4; changed < closes.length; changed++) {
      long[] others = closes.clone();
      others[changed] = 1;
      Walked falling = walk(others, 4, 4, "b" + changed);
      assertThat(falling.steps().getFirst().chosen())
          .as("bar %d changed", changed)
          .isEqualTo(rising.steps().getFirst().chosen());
    }
    long[] seen = closes.clone();
    seen[3] = 1;
    assertThat(sides(walk(seen, 4, 4, "c"))).as("a bar that it does see").containsExactly("SELL");
  }

  @Test
  void eachWindowBeginsWithTheMoneyOfTheOneBefore() throws IOException {
    // The first window trades bars 3 to 6: it buys at 120 and is closed at 100. In the second it
    // sells at 80 and is closed at 60.
    long[] closes = {100, 100, 110, 120, 120, 110, 100, 90, 80, 70, 60};
    Walked walked = walk(closes, 3, 4, "a");
    assertThat(sides(walked)).containsExactly("BUY", "SELL");
    Step first = walked.steps().getFirst();
    Step second = walked.steps().getLast();
    assertThat(first.cash()).isEqualTo("100000.00000000");
    assertThat(first.equity()).isEqualTo("97940.00000000");
    assertThat(second.cash()).isEqualTo(first.equity());
    assertThat(second.equity()).isEqualTo("100000.00000000");
    assertThat(walked.steps()).noneMatch(Step::openAtTheEnd);
    assertThat(walked.equity().stream().map(each -> each.equity().substring(0, 6)))
        .containsExactly(
            "100000", "100000", "98970.", "97940.", "97940.", "97940.", "98970.", "100000");
    assertThat(walked.equity().getFirst().time()).isEqualTo(Hill.bars(closes).closeTime(3));
    assertThat(walked.metrics().profit()).isEqualTo("0.00000000");
    assertThat(walked.metrics().totalReturn()).isCloseTo(0, within(1e-12));
    assertThat(walked.metrics().trades()).isEqualTo(2);
  }

  @Test
  void whereNoTrialCountsNothingIsTraded() throws IOException {
    List<Window> windows = Window.of(8, 4, 4, true);
    var goal = new Goal(Objective.PROFIT, 1);
    Walked walked = walk(Hill.bars(UP_THEN_DOWN), windows, goal, "a");
    assertThat(walked.steps().getFirst().chosen()).as("no trade ended").isNull();
    assertThat(walked.equity()).hasSize(4).allMatch(each -> each.equity().startsWith("100000."));
    assertThat(walked.efficiency()).isNaN();
  }

  @Test
  void whatWasInterruptedEndsAsIfItHadNot() throws IOException {
    Walked whole = walk(UP_THEN_DOWN, 3, 2, "a");
    assertThat(walk(UP_THEN_DOWN, 3, 2, "a")).isEqualTo(whole);
  }
}
