package io.palmyra.core.allocation;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Money;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of sharing capital out. */
public sealed interface Allocation {
  /**
   * Every strategy has its share, maybe nothing.
   *
   * @param capital by strategy, each 0 or more; together at most what was there
   * @param weights by strategy, 0 to 1, of which the capital is
   * @param days that the returns had in common, 0 where none were needed
   */
  record Shared(
      Map<StrategyInstanceId, Money> capital, Map<StrategyInstanceId, Double> weights, int days)
      implements Allocation {
    public Shared {
      capital = Collections.unmodifiableMap(new LinkedHashMap<>(capital));
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }

  /**
   * Nothing was shared out.
   *
   * @param reasons each naming what is there and what is needed
   */
  record Refused(List<String> reasons) implements Allocation {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
