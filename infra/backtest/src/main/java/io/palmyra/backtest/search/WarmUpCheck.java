package io.palmyra.backtest.search;

import io.palmyra.backtest.engine.Backtest;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.core.strategy.Parameters;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a past that a strategy needs and does not ask for: from the same bar on, flat, it
 * trades once after all bars that there are before, once after no more than it asks for as a
 * warm-up. What it orders must be the same, quantities up to a thousandth, since averages forget
 * slowly.
 */
public final class WarmUpCheck {
  /** Begins that are compared. */
  public static final int BEGINS = 20;

  private static final long TOLERANCE_PER_MILLE = 1;

  private WarmUpCheck() {}

  /**
   * What was found.
   *
   * @param begins how many were compared
   * @param orders of all runs after a whole past
   * @param difference the first that differs, in words; null if none does
   */
  public record Found(int begins, int orders, @Nullable String difference) {
    /** Whether nothing differs. */
    public boolean clean() {
      return difference == null;
    }

    /** For people. */
    public String inWords() {
      return difference == null
          ? "no hidden past: from %d begins on it ordered the same after its warm-up (%d orders)"
              .formatted(begins, orders)
          : "a hidden past: " + difference;
    }
  }

  /**
   * Compares runs.
   *
   * @param ground whose bars are traded on
   * @param progress told of each begin that is done, from 0
   */
  public static Found of(Ground ground, Parameters parameters, IntConsumer progress) {
    int bars = ground.bars().size();
    int begins = 0;
    int orders = 0;
    for (int each = 1; each <= BEGINS; each++) {
      int from = (int) ((long) bars * each / (BEGINS + 1));
      Ground traded = ground.over(from, bars);
      int asked = traded.before(parameters);
      if (asked < from) {
        List<SubmitOrder> whole = orders(traded, parameters, from);
        List<SubmitOrder> few = orders(traded, parameters, asked);
        String difference = difference(whole, few);
        if (difference != null) {
          return new Found(
              begins,
              orders,
              "from %s on, %s after %d bars and not after the %d that it asks for"
                  .formatted(ground.bars().openTime(from), difference, from, asked));
        }
        begins++;
        orders += whole.size();
      }
      progress.accept(each - 1);
    }
    return new Found(begins, orders, null);
  }

  private static List<SubmitOrder> orders(Ground ground, Parameters parameters, int before) {
    return Backtest.run(ground.with(parameters, before), _ -> {}).orders();
  }

  private static @Nullable String difference(List<SubmitOrder> whole, List<SubmitOrder> part) {
    for (int i = 0; i < Math.max(whole.size(), part.size()); i++) {
      SubmitOrder with = i < whole.size() ? whole.get(i) : null;
      SubmitOrder without = i < part.size() ? part.get(i) : null;
      if (with == null || without == null || !alike(with, without)) {
        return "order %d is %s, against %s".formatted(i + 1, text(with), text(without));
      }
    }
    return null;
  }

  private static boolean alike(SubmitOrder one, SubmitOrder other) {
    return one.approvedAt().equals(other.approvedAt())
        && one.side() == other.side()
        && one.type() == other.type()
        && near(one, other);
  }

  private static boolean near(SubmitOrder one, SubmitOrder other) {
    int scale = Math.max(one.quantity().scale(), other.quantity().scale());
    long first = FixedPoint.rescale(one.quantity().mantissa(), one.quantity().scale(), scale);
    long second = FixedPoint.rescale(other.quantity().mantissa(), other.quantity().scale(), scale);
    return Math.abs(first - second) <= Math.max(1, first / 1000 * TOLERANCE_PER_MILLE);
  }

  private static String text(@Nullable SubmitOrder order) {
    return order == null
        ? "none"
        : "%s %s %s at %s"
            .formatted(order.side(), order.quantity(), order.type(), order.approvedAt());
  }
}
