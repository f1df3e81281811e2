package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.analytics.Performance;
import io.palmyra.core.analytics.Returns;
import io.palmyra.core.analytics.Trade;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each worked out by hand. */
class RobustnessTests {
  private static Trade made(String profit) {
    Money zero = Money.zero(Currency.USD);
    return new Trade(
        new InstrumentId("GOLD.TEST"),
        Side.BUY,
        Quantity.ONE,
        Instant.EPOCH,
        Instant.EPOCH,
        Price.of("1"),
        Price.of("1"),
        Money.of(profit, Currency.USD),
        zero,
        zero,
        zero);
  }

  private static Outcome worth(double objective, double sharpe) {
    double not = Double.NaN;
    return new Outcome(
        new Trial(1, Map.of()),
        new Metrics(1, "0", not, not, sharpe, not, not, not, not, not),
        objective,
        "",
        "");
  }

  @Test
  void twoTradesComeInTwoOrdersAndAreDrawnInFourWays() {
    // A tenth of 1000 is won, then a tenth of 1100 is lost.
    MonteCarlo chance = MonteCarlo.of(List.of(made("100"), made("-110")), 1000, 1);
    assertThat(chance.trades()).isEqualTo(2);
    assertThat(chance.shuffledDrawdown().low()).isCloseTo(0.1, within(1e-12));
    assertThat(chance.shuffledDrawdown().high()).isCloseTo(0.1, within(1e-12));
    // Both won 0.21, one of each -0.01, both lost -0.19.
    assertThat(chance.drawnReturn().low()).isCloseTo(-0.19, within(1e-12));
    assertThat(chance.drawnReturn().middle()).isCloseTo(-0.01, within(1e-12));
    assertThat(chance.drawnReturn().high()).isCloseTo(0.21, within(1e-12));
    assertThat(chance.drawnDrawdown().low()).isZero();
    assertThat(chance.drawnDrawdown().high()).isCloseTo(0.19, within(1e-12));
  }

  @Test
  void theOrderOfTradesMakesTheDrawdown() {
    // Two gains and two losses of a tenth: 10 % if both gains lie between the losses,
    // 10.9 % if they take turns, 19 % if the losses follow each other.
    var trades = List.of(made("100"), made("-110"), made("99"), made("-108.9"));
    MonteCarlo chance = MonteCarlo.of(trades, 1000, 1);
    assertThat(chance.shuffledDrawdown().low()).isCloseTo(0.1, within(1e-12));
    assertThat(chance.shuffledDrawdown().high()).isCloseTo(0.19, within(1e-12));
    assertThat(MonteCarlo.of(trades, 1000, 1)).isEqualTo(chance);
  }

  @Test
  void neighboursAreMeasuredByTheBest() {
    var near =
        Neighbours.of(2, List.of(worth(1, 0), worth(-1, 0), worth(Double.NaN, 0), worth(1.5, 0)));
    assertThat(near).isEqualTo(new Neighbours(4, 1, 0.5, -1, 0.25, -0.5));
    var below = Neighbours.of(-2, List.of(worth(-3, 0)));
    assertThat(below.meanShare()).as("of a best that is below 0").isNaN();
  }

  @Test
  void moreTrialsMakeTheSameRatioLessSure() {
    var best = new Performance(Returns.of(0.01, -0.005, 0.02, 0.003, -0.01, 0.015), 252);
    var few = DeflatedSharpe.of(best, List.of(worth(1, 1), worth(1, 2)));
    Outcome[] outcomes = new Outcome[200];
    Arrays.setAll(outcomes, i -> worth(1, 1 + i % 2));
    var many = DeflatedSharpe.of(best, List.of(outcomes));
    assertThat(many.probability()).isLessThan(few.probability());
    assertThat(many.expectedOfBest()).isGreaterThan(few.expectedOfBest());
    var only = DeflatedSharpe.of(best, List.of(worth(1, 1)));
    assertThat(only.expectedOfBest()).isZero();
    assertThat(only.sharpe()).isEqualTo(best.sharpe(0));
  }
}
