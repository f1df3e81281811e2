package io.palmyra.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapitalAllocationTests {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Money CAPITAL = Money.of("100000", Currency.USD);

  @Test
  void equalSharesAreTheSameAndNeedNoReturns() {
    Allocation.Shared shared =
        shared(
            List.of(candidate("a"), candidate("b"), candidate("c")),
            rules(AllocationMethod.EQUAL, 1));

    assertThat(shared.capital())
        .containsEntry(id("a"), Money.of("33333.3333", Currency.USD))
        .containsEntry(id("b"), Money.of("33333.3333", Currency.USD))
        .containsEntry(id("c"), Money.of("33333.3333", Currency.USD));
    assertThat(shared.days()).isZero();
  }

  @Test
  void halfTheVolatilityIsTwiceTheShare() {
    Allocation.Shared shared =
        shared(
            List.of(candidate("a", 0.01, -0.01, 0.02, 0), candidate("b", 0.02, -0.02, 0.04, 0)),
            rules(AllocationMethod.INVERSE_VOLATILITY, 1));

    assertThat(shared.weights().get(id("a"))).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(shared.weights().get(id("b"))).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(shared.days()).isEqualTo(4);
  }

  @Test
  void underRiskParityEachAddsTheSameToTheVariance() {
    for (long seed = 1; seed <= 20; seed++) {
      List<Candidate> candidates = correlated(new Random(seed), 5, 60);
      double[] weights = weights(shared(candidates, rules(AllocationMethod.RISK_PARITY, 1)));
      Covariance known = Covariance.of(candidates);
      double[] parts =
          IntStream.range(0, weights.length)
              .mapToDouble(
                  i -> weights[i] * (known.of(i, i) * weights[i] + known.others(i, weights)))
              .toArray();
      for (double part : parts) {
        assertThat(part / parts[0]).as("seed %d", seed).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void riskParityOfTwoDoesNotDependOnTheirCorrelation() {
    var candidates =
        List.of(candidate("a", 0.01, 0.01, -0.01, -0.01), candidate("b", 0.03, 0.02, -0.03, -0.02));

    assertThat(weights(shared(candidates, rules(AllocationMethod.RISK_PARITY, 1))))
        .containsExactly(
            weights(shared(candidates, rules(AllocationMethod.INVERSE_VOLATILITY, 1))),
            within(1e-12));
  }

  @Test
  void kellyOfTwoIsTheFractionOfMeansOverCovariances() {
    var candidates =
        List.of(candidate("a", 0.20, -0.15, 0.10, -0.05), candidate("b", 0.10, 0.20, -0.15, -0.05));
    double[] weights =
        weights(shared(candidates, new AllocationRules(AllocationMethod.KELLY, 1, 0.1, 2)));
    Covariance known = Covariance.of(candidates);
    double determinant = known.of(0, 0) * known.of(1, 1) - known.of(0, 1) * known.of(0, 1);

    assertThat(weights[0])
        .isCloseTo(
            0.1 * (known.of(1, 1) * known.mean(0) - known.of(0, 1) * known.mean(1)) / determinant,
            within(1e-12));
    assertThat(weights[1])
        .isCloseTo(
            0.1 * (known.of(0, 0) * known.mean(1) - known.of(0, 1) * known.mean(0)) / determinant,
            within(1e-12));
  }

  @Test
  void kellyOfOneIsTheFractionOfItsMeanOverItsSampleVariance() {
    // Mean 0.05, sample variance 4 x 0.15² / 3 = 0.03: five thirds, and half of it.
    Allocation.Shared shared =
        shared(List.of(candidate("a", 0.2, -0.1, 0.2, -0.1)), rules(AllocationMethod.KELLY, 1));

    assertThat(shared.capital()).containsEntry(id("a"), Money.of("83333.3333", Currency.USD));
  }

  @Test
  void kellyGivesNothingToWhatLosesAndKeepsBackWhatNobodyIsToHave() {
    var candidates =
        List.of(
            candidate("loses", -0.02, 0.01, -0.02, 0.01),
            candidate("wins", 0.02, -0.01, 0.02, -0.01));
    Allocation.Shared shared =
        shared(candidates, new AllocationRules(AllocationMethod.KELLY, 0.25, 0.5, 2));

    assertThat(shared.capital())
        .containsEntry(id("loses"), Money.zero(Currency.USD))
        .containsEntry(id("wins"), Money.of("25000", Currency.USD));
  }

  @Test
  void whatTheMostCutsOffGoesToTheOthersInProportion() {
    assertThat(Weights.capped(new double[] {0.6, 0.3, 0.1}, 0.5))
        .containsExactly(new double[] {0.5, 0.375, 0.125}, within(1e-15));
    assertThat(Weights.capped(new double[] {0.6, 0.35, 0.05}, 0.45))
        .containsExactly(new double[] {0.45, 0.45, 0.1}, within(1e-15));
    assertThat(Weights.capped(new double[] {0.6, 0.3, 0.1}, 0.3)).containsOnly(0.3);
  }

  @ParameterizedTest
  @EnumSource
  void sharesNeverExceedTheWholeNorTheMost(AllocationMethod method) {
    for (long seed = 1; seed <= 50; seed++) {
      var random = new Random(seed);
      int size = 1 + random.nextInt(7);
      double most = 0.1 + 0.9 * random.nextDouble();
      var whole = new Money(Math.abs(random.nextLong()), Currency.USD);
      Allocation.Shared shared =
          (Allocation.Shared)
              CapitalAllocation.share(
                  whole, correlated(random, size, 30), new AllocationRules(method, most, 0.5, 20));
      Money sum = shared.capital().values().stream().reduce(Money::plus).orElseThrow();

      assertThat(sum).as("seed %d", seed).isLessThanOrEqualTo(whole);
      assertThat(shared.capital().values())
          .as("seed %d", seed)
          .allSatisfy(
              share -> {
                assertThat(share.signum()).isNotNegative();
                assertThat(share.toDouble())
                    .isLessThanOrEqualTo(whole.toDouble() * most * 1.000001);
              });
      if (method != AllocationMethod.KELLY) {
        assertThat(sum.toDouble())
            .as("seed %d", seed)
            .isCloseTo(
                whole.toDouble() * Math.min(1, size * most), within(whole.toDouble() * 1e-8));
      }
    }
  }

  @Test
  void onlyDaysThatAllHaveCount() {
    var longer = new TreeMap<>(candidate("a", 0.01, -0.01, 0.02, 0.9, -0.9).returns());
    var shorter = candidate("b", 0.02, -0.02, 0.04).returns();

    Allocation.Shared shared =
        shared(
            List.of(new Candidate(id("a"), longer), new Candidate(id("b"), shorter)),
            rules(AllocationMethod.INVERSE_VOLATILITY, 1));

    assertThat(shared.days()).isEqualTo(3);
    assertThat(shared.weights().get(id("a"))).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void tooFewDaysAndReturnsThatNeverDifferAreRefusedByName() {
    var few = List.of(candidate("a", 0.01, 0.02), candidate("b"));
    assertThat(CapitalAllocation.share(CAPITAL, few, rules(AllocationMethod.RISK_PARITY, 1)))
        .isEqualTo(
            new Allocation.Refused(
                List.of("the strategies have returns of 0 days in common; needed: 2")));

    var still = List.of(candidate("a", 0.01, 0.02), candidate("b", 0.01, 0.01));
    assertThat(CapitalAllocation.share(CAPITAL, still, rules(AllocationMethod.KELLY, 1)))
        .isEqualTo(
            new Allocation.Refused(
                List.of(
                    "returns of b are all the same on the days in common; needed: some that"
                        + " differ")));
    assertThat(CapitalAllocation.share(CAPITAL, List.of(), rules(AllocationMethod.EQUAL, 1)))
        .isInstanceOf(Allocation.Refused.class);
  }

  @Test
  void rulesAndReturnsOutOfBoundsAreRefusedByName() {
    assertThatThrownBy(() -> rules(AllocationMethod.EQUAL, 0))
        .hasMessage("most is 0.0; allowed: above 0, at most 1");
    assertThatThrownBy(() -> new AllocationRules(AllocationMethod.KELLY, 1, 1.01, 2))
        .hasMessage("kellyFraction is 1.01; allowed: above 0, at most 1");
    assertThatThrownBy(() -> new AllocationRules(AllocationMethod.KELLY, 1, 1, 1))
        .hasMessage("leastDays is 1; allowed: 2 or more");
    assertThatThrownBy(() -> candidate("a", Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> candidate("a", -1.01)).hasMessageContaining("-1.01");
  }

  private static Allocation.Shared shared(List<Candidate> candidates, AllocationRules rules) {
    return (Allocation.Shared) CapitalAllocation.share(CAPITAL, candidates, rules);
  }

  private static double[] weights(Allocation.Shared shared) {
    return shared.weights().values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static AllocationRules rules(AllocationMethod method, double most) {
    return new AllocationRules(method, most, 0.5, 2);
  }

  private static StrategyInstanceId id(String text) {
    return new StrategyInstanceId(text);
  }

  private static Candidate candidate(String id, double... returns) {
    SortedMap<LocalDate, Double> byDay = new TreeMap<>();
    for (int i = 0; i < returns.length; i++) {
      byDay.put(FIRST.plusDays(i), returns[i]);
    }
    return new Candidate(id(id), byDay);
  }

  /** Strategies of very unlike volatility that share a common part. */
  private static List<Candidate> correlated(Random random, int size, int days) {
    double[] common = random.doubles(days, -0.01, 0.011).toArray();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double scale = Math.pow(10, -2 * random.nextDouble());
      double share = 2 * random.nextDouble() - 0.5;
      candidates.add(
          candidate(
              "s" + i,
              IntStream.range(0, days)
                  .mapToDouble(
                      day -> scale * (share * common[day] + 0.02 * (random.nextDouble() - 0.48)))
                  .toArray()));
    }
    return candidates;
  }
}
