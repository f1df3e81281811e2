package io.palmyra.risk.inbound;

import io.palmyra.core.marketdata.BarInterval;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.platform.web.Problems;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * By what rule entries are sized; decimals are strings. No entry risks more than riskFraction.
 *
 * @param method FIXED_FRACTION, VOLATILITY_TARGET or KELLY
 * @param atrInterval of VOLATILITY_TARGET: length of its bars, such as PT1H
 * @param atrPeriod of VOLATILITY_TARGET: bars that are averaged, 1 to 200
 * @param atrMultiple of VOLATILITY_TARGET: how many average true ranges cost the fraction
 * @param kellyShare of KELLY: share of Kelly's fraction that is risked, above 0, at most 1
 * @param minimumTrips of KELLY: round trips of the source from which on they count, 1 to 100
 * @param startFraction of KELLY: what entries risk before
 */
record SizingBody(
    @NotNull Method method,
    @Nullable Duration atrInterval,
    @Nullable Integer atrPeriod,
    @Nullable String atrMultiple,
    @Nullable String kellyShare,
    @Nullable Integer minimumTrips,
    @Nullable String startFraction) {

  /** The rules there are. */
  enum Method {
    /** The fraction is lost at the proposal's own stop. */
    FIXED_FRACTION,
    /** The fraction is lost by a move of so many average true ranges. */
    VOLATILITY_TARGET,
    /** A share of Kelly's fraction is lost at the stop. */
    KELLY
  }

  static SizingBody of(Sizing sizing) {
    return switch (sizing) {
      case Sizing.FixedFraction _ ->
          new SizingBody(Method.FIXED_FRACTION, null, null, null, null, null, null);
      case Sizing.VolatilityTarget target ->
          new SizingBody(
              Method.VOLATILITY_TARGET,
              target.interval(),
              target.period(),
              target.multiple().toString(),
              null,
              null,
              null);
      case Sizing.CappedKelly kelly ->
          new SizingBody(
              Method.KELLY,
              null,
              null,
              null,
              kelly.share().toString(),
              kelly.minimumTrips(),
              kelly.startFraction().toString());
    };
  }

  Sizing sizing() {
    try {
      return switch (method) {
        case FIXED_FRACTION -> new Sizing.FixedFraction();
        case VOLATILITY_TARGET ->
            new Sizing.VolatilityTarget(
                interval(),
                required("atrPeriod", atrPeriod),
                Numbers.quantity("sizing.atrMultiple", required("atrMultiple", atrMultiple)));
        case KELLY ->
            new Sizing.CappedKelly(
                Numbers.quantity("sizing.kellyShare", required("kellyShare", kellyShare)),
                required("minimumTrips", minimumTrips),
                Numbers.quantity("sizing.startFraction", required("startFraction", startFraction)));
      };
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("sizing", e.getMessage(), "as the method's documentation says");
    }
  }

  private Duration interval() {
    Duration wanted = required("atrInterval", atrInterval);
    if (BarInterval.of(wanted).isEmpty()) {
      throw Problems.invalid("sizing.atrInterval", wanted, "PT1S, PT1M, PT5M, PT1H or PT24H");
    }
    return wanted;
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw Problems.invalid("sizing." + name, null, "a value where the method is " + method);
    }
    return value;
  }
}
