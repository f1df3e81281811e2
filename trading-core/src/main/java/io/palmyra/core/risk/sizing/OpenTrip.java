package io.palmyra.core.risk.sizing;

import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * A source's position in an instrument since it was last flat.
 *
 * @param position signed
 * @param cash what its fills took in less what they cost, in the account's currency by the rates of
 *     their moments, fees off; null once one of them could not be valued
 */
public record OpenTrip(Quantity position, @Nullable Money cash) {

  /**
   * What came of a fill.
   *
   * @param open the trip that is open now, null if it is flat
   * @param result of the trip that ended, null if none did or it could not be valued
   */
  public record After(@Nullable OpenTrip open, @Nullable Money result) {}

  /**
   * Takes a fill.
   *
   * @param trip that is open, null for none
   * @param quantity above 0
   * @param value of it in the account's currency, null where it is not known
   * @param fee in the account's currency, null where it is not known
   */
  public static After filled(
      @Nullable OpenTrip trip,
      Side side,
      Quantity quantity,
      @Nullable Money value,
      @Nullable Money fee) {
    Quantity signed = side == Side.BUY ? quantity : quantity.negate();
    Money flow =
        value == null || fee == null
            ? null
            : (side == Side.BUY ? Money.zero(value.currency()).minus(value) : value).minus(fee);
    if (trip == null) {
      return new After(new OpenTrip(signed, flow), null);
    }
    Quantity after = trip.position.plus(signed);
    if (after.signum() == 0) {
      return new After(null, sum(trip.cash, flow));
    }
    if (after.signum() == trip.position.signum()) {
      return new After(new OpenTrip(after, sum(trip.cash, flow)), null);
    }
    Money closing = flow == null ? null : flow.times(share(trip.position.abs(), quantity));
    Money opening = flow == null || closing == null ? null : flow.minus(closing);
    return new After(new OpenTrip(after, opening), sum(trip.cash, closing));
  }

  private static Quantity share(Quantity part, Quantity whole) {
    return new Quantity(
        FixedPoint.divide(
            part.mantissa(), part.scale(), whole.mantissa(), whole.scale(), FixedPoint.MAX_SCALE),
        FixedPoint.MAX_SCALE);
  }

  private static @Nullable Money sum(@Nullable Money one, @Nullable Money other) {
    return one == null || other == null ? null : one.plus(other);
  }
}
