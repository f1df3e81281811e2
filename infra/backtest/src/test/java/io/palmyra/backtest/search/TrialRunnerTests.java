package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialRunnerTests {
  private static final Trial TOP = new Trial(1, Map.of("x", "37", "y", "61"));

  private static Outcome run(String cash, Goal goal, long... closes) {
    Ground ground =
        Hill.ground(Hill.bars(closes), Map.of()).having(Money.of(cash, Currency.USD)).closed();
    return new TrialRunner(ground, goal).run(TOP);
  }

  @Test
  void whoLosesAllNeverCountsWhateverComesOfIt() {
    // 200 units that lose 50 each, then win 100 each.
    Outcome ruined = run("5000", Hill.profit(), 100, 100, 50, 150, 150);
    assertThat(ruined.counts()).isFalse();
    assertThat(ruined.remark()).isEqualTo("equity fell to nothing");
    assertThat(ruined.metrics().profit()).isEqualTo("10000.00000000");
    assertThat(run("50000", Hill.profit(), 100, 100, 50, 150, 150).objective()).isEqualTo(10_000);
  }

  @Test
  void tooFewTradesAndWhatIsNotDefinedDoNotCount() {
    var more = new Goal(Objective.PROFIT, 2);
    assertThat(run("50000", more, 100, 100, 120, 120).remark()).isEqualTo("fewer than 2 trades");
    var factor = new Goal(Objective.PROFIT_FACTOR, 1);
    Outcome onlyWon = run("50000", factor, 100, 100, 120, 120);
    assertThat(onlyWon.remark()).isEqualTo("profit-factor is not defined");
    assertThat(onlyWon.metrics().profitFactor()).isInfinite();
  }

  @Test
  void theLeastDrawdownIsTheBest() {
    var least = new Goal(Objective.DRAWDOWN, 0);
    Outcome shallow = least.judged(TOP, falling(0.1), "");
    Outcome deep = least.judged(TOP, falling(0.2), "");
    assertThat(shallow.beats(deep)).isTrue();
    assertThat(deep.beats(shallow)).isFalse();
  }

  private static Metrics falling(double depth) {
    return new Metrics(1, "0", 0, 0, 0, 0, 0, depth, 0, 0);
  }
}
