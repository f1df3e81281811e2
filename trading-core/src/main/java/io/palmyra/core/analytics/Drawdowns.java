package io.palmyra.core.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How far equity stood below its highest so far, from the begin of the first period on. */
public final class Drawdowns {
  private final double[] depths;

  private Drawdowns(double[] depths) {
    this.depths = depths;
  }

  /**
   * One fall from a peak and the way back.
   *
   * @param peak period after which equity stood highest, 0 for the begin of the first
   * @param trough period after which it stood lowest
   * @param recovery period after which it stood as high again, −1 if it never did
   * @param depth as a share of the peak, above 0
   */
  public record Drawdown(int peak, int trough, int recovery, double depth) {
    /** Whether equity came back. */
    public boolean recovered() {
      return recovery >= 0;
    }
  }

  /** Of returns. */
  public static Drawdowns of(Returns returns) {
    double[] depths = new double[returns.size() + 1];
    double equity = 1;
    double highest = 1;
    for (int i = 0; i < returns.size(); i++) {
      equity *= 1 + returns.get(i);
      highest = Math.max(highest, equity);
      depths[i + 1] = 1 - equity / highest;
    }
    return new Drawdowns(depths);
  }

  /** The greatest, as a share of the peak; 0 without one, NaN without a period. */
  public double maximum() {
    if (depths.length == 1) {
      return Double.NaN;
    }
    double greatest = 0;
    for (double depth : depths) {
      greatest = Math.max(greatest, depth);
    }
    return greatest;
  }

  /** How far it stood below after each period. */
  public double[] afterEach() {
    return java.util.Arrays.copyOfRange(depths, 1, depths.length);
  }

  /** Most periods from a peak until equity stood as high again, or until the end. */
  public int longest() {
    return all().stream()
        .mapToInt(each -> (each.recovered() ? each.recovery() : depths.length - 1) - each.peak())
        .max()
        .orElse(0);
  }

  /** Every one, the deepest first. */
  public List<Drawdown> all() {
    var all = new ArrayList<Drawdown>();
    int peak = 0;
    int trough = 0;
    for (int i = 1; i < depths.length; i++) {
      if (depths[i] > 0) {
        trough = depths[i] > depths[trough] ? i : trough;
      } else {
        if (trough > peak) {
          all.add(new Drawdown(peak, trough, i, depths[trough]));
        }
        peak = i;
        trough = i;
      }
    }
    if (trough > peak) {
      all.add(new Drawdown(peak, trough, -1, depths[trough]));
    }
    all.sort(Comparator.comparingDouble(Drawdown::depth).reversed());
    return all;
  }

  /** Root of the mean square of the depths: how deep and how long it hurt. Peter Martin, 1987. */
  public double ulcerIndex() {
    return Math.sqrt(mean(2));
  }

  /** Mean of the depths. Thomas Becker, 2006. */
  public double painIndex() {
    return mean(1);
  }

  private double mean(int power) {
    double sum = 0;
    for (double depth : depths) {
      sum += StrictMath.pow(depth, power);
    }
    return sum / (depths.length - 1);
  }
}
