package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.Ticks;
import io.palmyra.contracts.order.SubmitOrder;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks for decisions that know what comes later: a strategy is run on ever more of the bars, and
 * what it ordered on the fewer must be what it ordered on all, up to there.
 */
public final class LookaheadCheck {
  /** Shorter runs that are compared. */
  public static final int CUTS = 20;

  private LookaheadCheck() {}

  /**
   * What was found.
   *
   * @param cuts how many shorter runs were compared
   * @param orders of the run over all bars
   * @param difference the first that differs, in words; null if none does
   */
  public record Found(int cuts, int orders, @Nullable String difference) {
    /** Whether nothing differs. */
    public boolean clean() {
      return difference == null;
    }

    /** For people. */
    public String inWords() {
      return difference == null
          ? "no look-ahead: %d shorter runs ordered what the whole one did up to there (%d orders)"
              .formatted(cuts, orders)
          : "look-ahead: " + difference;
    }
  }

  /** What a shorter run ordered, and until when that must be what the whole one did. */
  private record Part(List<SubmitOrder> orders, Instant until) {}

  /**
   * Compares runs.
   *
   * @param setup makes a fresh one for some of the bars
   * @param progress told of each shorter run that is done, from 0
   */
  public static Found of(Function<Bars, Setup> setup, Bars bars, IntConsumer progress) {
    List<SubmitOrder> whole = Backtest.run(setup.apply(bars), _ -> {}).orders();
    return compared(
        whole,
        bars.size(),
        size -> {
          Bars some = bars.between(Instant.EPOCH, bars.openTime(size));
          return new Part(
              Backtest.run(setup.apply(some), _ -> {}).orders(), bars.closeTime(size - 1));
        },
        progress);
  }

  /**
   * Compares runs over quotes. What a shorter one decides after its last quote, when its last bars
   * end, is not compared: the whole one has other bars then.
   *
   * @param setup makes a fresh one for some of the quotes
   * @param progress told of each shorter run that is done, from 0
   */
  public static Found ofQuotes(Function<Ticks, Setup> setup, Ticks ticks, IntConsumer progress) {
    List<SubmitOrder> whole = TickBacktest.run(setup.apply(ticks), ticks, _ -> {}).orders();
    return compared(
        whole,
        ticks.size(),
        size -> {
          Ticks some = ticks.between(Instant.EPOCH, ticks.time(size));
          return some.size() == 0 ? null : part(setup.apply(some), some);
        },
        progress);
  }

  private static Part part(Setup setup, Ticks some) {
    Instant last = some.time(some.size() - 1);
    return new Part(
        TickBacktest.run(setup, some, _ -> {}).orders().stream()
            .filter(order -> !order.approvedAt().isAfter(last))
            .toList(),
        last);
  }

  /**
   * @param size of the whole data
   * @param shorter runs over so much of it, at least 1; null where nothing is before that
   */
  private static Found compared(
      List<SubmitOrder> whole,
      int size,
      IntFunction<@Nullable Part> shorter,
      IntConsumer progress) {
    int compared = 0;
    for (int cut = 1; cut <= CUTS; cut++) {
      int some = (int) ((long) size * cut / (CUTS + 1));
      Part part = some == 0 ? null : shorter.apply(some);
      if (part != null) {
        String difference = difference(whole, part.orders(), part.until());
        if (difference != null) {
          return new Found(cut, whole.size(), difference);
        }
        compared++;
        progress.accept(cut - 1);
      }
    }
    return new Found(compared, whole.size(), null);
  }

  private static @Nullable String difference(
      List<SubmitOrder> whole, List<SubmitOrder> part, Instant until) {
    List<SubmitOrder> before =
        whole.stream().filter(order -> !order.approvedAt().isAfter(until)).toList();
    for (int i = 0; i < Math.max(before.size(), part.size()); i++) {
      SubmitOrder with = i < before.size() ? before.get(i) : null;
      SubmitOrder without = i < part.size() ? part.get(i) : null;
      if (with == null || !with.equals(without)) {
        return "with what comes after %s order %d is %s, without them %s"
            .formatted(until, i + 1, text(with), text(without));
      }
    }
    return null;
  }

  private static String text(@Nullable SubmitOrder order) {
    return order == null
        ? "missing"
        : "%s %s %s at %s"
            .formatted(order.side(), order.quantity(), order.type(), order.approvedAt());
  }
}
