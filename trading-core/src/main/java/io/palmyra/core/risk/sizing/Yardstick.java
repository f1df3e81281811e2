package io.palmyra.core.risk.sizing;

import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What sizes an entry, and what was measured for it.
 *
 * @param sizing the rule
 * @param atr average true range by the rule's bars, null where it is not known or not asked for
 * @param trips the source's record
 */
public record Yardstick(Sizing sizing, @Nullable Price atr, TripRecord trips) {
  /** A fixed fraction at the proposal's stop. */
  public static final Yardstick FIXED =
      new Yardstick(new Sizing.FixedFraction(), null, TripRecord.NONE);

  /** What an entry risks, or why it can't be sized. */
  public sealed interface Answer {}

  /**
   * A size can be worked out.
   *
   * @param fraction of equity that is risked
   * @param distance over which it is lost
   */
  public record Risked(Quantity fraction, Price distance) implements Answer {}

  /**
   * The average true range is not known yet.
   *
   * @param detail for people
   */
  public record NoVolatility(String detail) implements Answer {}

  /**
   * The source's record shows no edge.
   *
   * @param detail for people
   */
  public record NoEdge(String detail) implements Answer {}

  /** What an entry with a stop so far away risks, where the limits allow so much. */
  public Answer risked(Quantity most, Price stopDistance) {
    return switch (sizing) {
      case Sizing.FixedFraction _ -> new Risked(most, stopDistance);
      case Sizing.VolatilityTarget target -> byVolatility(target, most);
      case Sizing.CappedKelly kelly -> kelly(kelly, most, stopDistance);
    };
  }

  private Answer byVolatility(Sizing.VolatilityTarget target, Quantity most) {
    if (atr == null || atr.signum() <= 0) {
      return new NoVolatility(
          "the average true range of "
              + target.period()
              + " bars of "
              + target.interval()
              + " is not known");
    }
    long distance =
        FixedPoint.multiply(
            atr.mantissa(), target.multiple().mantissa(), target.multiple().scale());
    return distance <= 0
        ? new NoVolatility("the average true range " + atr + " is too small")
        : new Risked(most, new Price(distance, atr.scale()));
  }

  private Answer kelly(Sizing.CappedKelly kelly, Quantity most, Price stopDistance) {
    if (trips.trips() < kelly.minimumTrips()) {
      return new Risked(most.min(kelly.startFraction()), stopDistance);
    }
    Quantity whole = trips.kelly();
    var part =
        new Quantity(
            FixedPoint.multiply(whole.mantissa(), kelly.share().mantissa(), kelly.share().scale()),
            whole.scale());
    return part.signum() <= 0
        ? new NoEdge("Kelly's fraction of the last " + trips.trips() + " round trips is " + whole)
        : new Risked(most.min(part), stopDistance);
  }

  /** What it used, by name, as it stands in decisions. */
  public Map<String, String> byName() {
    var names = new TreeMap<String, String>();
    switch (sizing) {
      case Sizing.FixedFraction _ -> {}
      case Sizing.VolatilityTarget target -> {
        names.put("sizing", "VOLATILITY_TARGET");
        names.put("atrInterval", target.interval().toString());
        names.put("atrPeriod", Integer.toString(target.period()));
        names.put("atrMultiple", target.multiple().toString());
        names.put("atr", String.valueOf(atr));
      }
      case Sizing.CappedKelly kelly -> {
        names.put("sizing", "KELLY");
        names.put("kellyShare", kelly.share().toString());
        names.put("kellyMinimumTrips", Integer.toString(kelly.minimumTrips()));
        names.put("kellyStartFraction", kelly.startFraction().toString());
        names.put("tripsWon", Integer.toString(trips.wins()));
        names.put("tripsLost", Integer.toString(trips.losses()));
        names.put("lostPerWon", trips.profitFactorInverse().toString());
      }
    }
    return names;
  }
}
