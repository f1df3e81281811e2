package io.palmyra.core.risk.sizing;

import io.palmyra.contracts.value.Quantity;
import java.time.Duration;

/** By what rule entries are sized. None risks more than the limits' {@code riskFraction}. */
public sealed interface Sizing {
  /** What is lost at the proposal's own stop is the limits' {@code riskFraction} of equity. */
  record FixedFraction() implements Sizing {}

  /**
   * What a move of so many average true ranges costs is that fraction of equity, whatever stop the
   * proposal names.
   *
   * @param interval of the bars that are averaged
   * @param period of Wilder's average, 1 to 200
   * @param multiple of the average true range, above 0
   */
  record VolatilityTarget(Duration interval, int period, Quantity multiple) implements Sizing {
    /** The longest period: twice as many bars are remembered. */
    public static final int LONGEST = 200;

    public VolatilityTarget {
      if (period < 1 || period > LONGEST) {
        throw new IllegalArgumentException("period " + period + " is not 1 to " + LONGEST);
      }
      if (multiple.signum() <= 0) {
        throw new IllegalArgumentException("multiple " + multiple + " is not above 0");
      }
    }
  }

  /**
   * The fraction risked at the stop is a share of Kelly's, by the strategy's own last round trips,
   * and never more than {@code riskFraction}. Without an edge nothing is entered.
   *
   * @param share of Kelly's fraction, above 0, at most 1: 0.5 is half Kelly
   * @param minimumTrips round trips from which on the record counts, 1 to 100
   * @param startFraction what entries risk before, above 0, at most 1
   */
  record CappedKelly(Quantity share, int minimumTrips, Quantity startFraction) implements Sizing {
    public CappedKelly {
      requireShare("share", share);
      requireShare("startFraction", startFraction);
      if (minimumTrips < 1 || minimumTrips > TripRecord.REMEMBERED) {
        throw new IllegalArgumentException(
            "minimumTrips " + minimumTrips + " is not 1 to " + TripRecord.REMEMBERED);
      }
    }
  }

  private static void requireShare(String name, Quantity share) {
    if (share.signum() <= 0 || share.compareTo(Quantity.ONE) > 0) {
      throw new IllegalArgumentException(name + " " + share + " is not above 0 and at most 1");
    }
  }
}
