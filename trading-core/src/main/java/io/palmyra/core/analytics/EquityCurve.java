package io.palmyra.core.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an account was worth at moments, oldest first.
 *
 * @param points two or more, each later than the one before
 */
public record EquityCurve(List<Point> points) {
  /**
   * One moment.
   *
   * @param time of it
   * @param equity above 0
   */
  public record Point(Instant time, double equity) {}

  /**
   * @throws IllegalArgumentException if there are fewer than two points, or one is not later than
   *     the one before
   */
  public EquityCurve {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException(points.size() + " points are no curve; 2 or more are");
    }
    for (int i = 1; i < points.size(); i++) {
      if (!points.get(i).time().isAfter(points.get(i - 1).time())) {
        throw new IllegalArgumentException(
            points.get(i).time() + " is not later than " + points.get(i - 1).time());
      }
    }
  }

  /** Returns from point to point. */
  public Returns returns() {
    return Returns.ofEquity(points.stream().mapToDouble(Point::equity).toArray());
  }

  /**
   * Returns of days: from the last point of one day that has any to the last of the next.
   *
   * @param zone whose days
   */
  public NavigableMap<LocalDate, Double> daily(ZoneId zone) {
    return by(time -> time.atZone(zone).toLocalDate());
  }

  /** Returns of calendar months, in the same way. */
  public NavigableMap<YearMonth, Double> monthly(ZoneId zone) {
    return by(time -> YearMonth.from(time.atZone(zone)));
  }

  private <K extends Comparable<? super K>> NavigableMap<K, Double> by(
      Function<Instant, K> period) {
    var last = new TreeMap<K, Double>();
    points.forEach(point -> last.put(period.apply(point.time()), point.equity()));
    var returns = new TreeMap<K, Double>();
    double before = points.getFirst().equity();
    for (var each : last.entrySet()) {
      returns.put(each.getKey(), each.getValue() / before - 1);
      before = each.getValue();
    }
    return returns;
  }
}
