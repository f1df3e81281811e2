package io.palmyra.core.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What trades say. A trade that made nothing is neither won nor lost. Amounts are in the currency
 * of the trades.
 *
 * @param trades in any order, of one currency
 */
public record TradeStatistics(List<Trade> trades) {
  public TradeStatistics {
    trades = trades.stream().sorted(Comparator.comparing(Trade::exited)).toList();
  }

  /** How many. */
  public int count() {
    return trades.size();
  }

  /** Share that won, 0 to 1; NaN without a trade. */
  public double winRate() {
    return trades.isEmpty() ? Double.NaN : (double) with(TradeStatistics::won).size() / count();
  }

  /** What was won in relation to what was lost; infinite where nothing was lost, NaN if neither. */
  public double profitFactor() {
    return sum(TradeStatistics::won) / -sum(TradeStatistics::lost);
  }

  /** Mean profit of a trade; NaN without one. */
  public double expectancy() {
    return sum(each -> true) / count();
  }

  /** Mean of those that won; NaN without one. */
  public double averageWin() {
    return sum(TradeStatistics::won) / with(TradeStatistics::won).size();
  }

  /** Mean of those that lost, below 0; NaN without one. */
  public double averageLoss() {
    return sum(TradeStatistics::lost) / with(TradeStatistics::lost).size();
  }

  /** Most in a row that lost. */
  public int longestLosingStreak() {
    int longest = 0;
    int now = 0;
    for (Trade trade : trades) {
      now = lost(trade) ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest;
  }

  /** Mean time that a trade was open; zero without one. */
  public Duration averageHeld() {
    return trades.isEmpty()
        ? Duration.ZERO
        : trades.stream().map(Trade::held).reduce(Duration.ZERO, Duration::plus).dividedBy(count());
  }

  /** Mean of the worst that a trade went through (maximum adverse excursion), 0 or less. */
  public double averageAdverse() {
    return trades.stream()
        .mapToDouble(each -> each.worst().toDouble())
        .average()
        .orElse(Double.NaN);
  }

  /** Mean of the best that a trade went through (maximum favourable excursion), 0 or more. */
  public double averageFavourable() {
    return trades.stream().mapToDouble(each -> each.best().toDouble()).average().orElse(Double.NaN);
  }

  /**
   * Share of a time in which a trade was open, times of several at once counted once: 0 to 1.
   *
   * @param from begin of the time
   * @param to its end, later
   */
  public double exposure(Instant from, Instant to) {
    Duration open = Duration.ZERO;
    Instant covered = from;
    List<Trade> byEntry = trades.stream().sorted(Comparator.comparing(Trade::entered)).toList();
    for (Trade trade : byEntry) {
      Instant begin = trade.entered().isAfter(covered) ? trade.entered() : covered;
      Instant end = trade.exited().isBefore(to) ? trade.exited() : to;
      if (end.isAfter(begin)) {
        open = open.plus(Duration.between(begin, end));
        covered = end;
      }
    }
    return (double) open.toNanos() / Duration.between(from, to).toNanos();
  }

  private List<Trade> with(Predicate<Trade> those) {
    return trades.stream().filter(those).toList();
  }

  private double sum(Predicate<Trade> those) {
    return trades.stream().filter(those).mapToDouble(each -> each.profit().toDouble()).sum();
  }

  private static boolean won(Trade trade) {
    return trade.profit().signum() > 0;
  }

  private static boolean lost(Trade trade) {
    return trade.profit().signum() < 0;
  }
}
