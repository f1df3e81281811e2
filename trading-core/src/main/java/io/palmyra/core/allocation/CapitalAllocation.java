package io.palmyra.core.allocation;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares capital out. Same candidates in the same order, same shares, to the bit. */
public final class CapitalAllocation {
  /** Weights count to the billionth, rounded down, so that shares never exceed the whole. */
  private static final long WHOLE = 1_000_000_000L;

  private CapitalAllocation() {}

  /**
   * Shares out.
   *
   * @param capital 0 or more
   * @param candidates each strategy once
   */
  public static Allocation share(Money capital, List<Candidate> candidates, AllocationRules rules) {
    if (capital.signum() < 0) {
      throw new IllegalArgumentException("capital is " + capital + "; allowed: 0 or more");
    }
    if (candidates.isEmpty()) {
      return new Allocation.Refused(List.of("no strategy is there to share among"));
    }
    Covariance known = Covariance.of(candidates);
    boolean returns = rules.method().needsReturns();
    List<String> reasons = returns ? lacking(known, candidates, rules) : List.of();
    return reasons.isEmpty()
        ? shared(capital, candidates, weights(known, rules), returns ? known.days() : 0)
        : new Allocation.Refused(reasons);
  }

  private static List<String> lacking(
      Covariance known, List<Candidate> candidates, AllocationRules rules) {
    var reasons = new ArrayList<String>();
    if (known.days() < rules.leastDays()) {
      reasons.add(
          "the strategies have returns of %d days in common; needed: %d"
              .formatted(known.days(), rules.leastDays()));
      return reasons;
    }
    for (int i = 0; i < candidates.size(); i++) {
      if (!(known.of(i, i) > 0)) {
        reasons.add(
            "returns of %s are all the same on the days in common; needed: some that differ"
                .formatted(candidates.get(i).strategy()));
      }
    }
    return reasons;
  }

  private static double[] weights(Covariance known, AllocationRules rules) {
    return switch (rules.method()) {
      case EQUAL -> Weights.capped(equal(known.size()), rules.most());
      case INVERSE_VOLATILITY -> Weights.capped(Weights.inverseVolatility(known), rules.most());
      case RISK_PARITY -> Weights.capped(Weights.riskParity(known), rules.most());
      case KELLY -> Weights.kelly(known, rules.kellyFraction(), rules.most());
    };
  }

  private static double[] equal(int size) {
    var weights = new double[size];
    Arrays.fill(weights, 1.0 / size);
    return weights;
  }

  private static Allocation shared(
      Money capital, List<Candidate> candidates, double[] weights, int days) {
    Map<StrategyInstanceId, Money> amounts = new LinkedHashMap<>();
    Map<StrategyInstanceId, Double> shares = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      StrategyInstanceId strategy = candidates.get(i).strategy();
      if (shares.put(strategy, weights[i]) != null) {
        throw new IllegalArgumentException("strategy " + strategy + " is there twice");
      }
      amounts.put(strategy, part(capital, (long) Math.floor(weights[i] * WHOLE)));
    }
    return new Allocation.Shared(amounts, shares, days);
  }

  /** So many billionths of it, rounded down. */
  private static Money part(Money capital, long billionths) {
    long whole = capital.mantissa() / WHOLE * billionths;
    long rest = capital.mantissa() % WHOLE * billionths / WHOLE;
    return new Money(Math.addExact(whole, rest), capital.currency());
  }
}
