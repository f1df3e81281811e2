package io.palmyra.core.risk.sizing;

import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.util.List;

/**
 * What a source's last round trips brought; those that brought nothing do not count.
 *
 * @param wins how many won
 * @param losses how many lost
 * @param profitFactorInverse what was lost for one unit that was won, 0 or more; 0 where nothing
 *     was won
 */
public record TripRecord(int wins, int losses, Quantity profitFactorInverse) {
  /** Round trips of a source that are remembered. */
  public static final int REMEMBERED = 100;

  /** No round trip yet. */
  public static final TripRecord NONE = new TripRecord(0, 0, Quantity.ZERO);

  /** Of some results in one currency. */
  public static TripRecord of(List<Money> results) {
    int wins = 0;
    int losses = 0;
    long won = 0;
    long lost = 0;
    for (Money result : results) {
      if (result.signum() > 0) {
        wins++;
        won = Math.addExact(won, result.mantissa());
      } else if (result.signum() < 0) {
        losses++;
        lost = Math.subtractExact(lost, result.mantissa());
      }
    }
    long inverse =
        won == 0 ? 0 : FixedPoint.divide(lost, Money.SCALE, won, Money.SCALE, FixedPoint.MAX_SCALE);
    return new TripRecord(wins, losses, new Quantity(inverse, FixedPoint.MAX_SCALE));
  }

  /** How many count. */
  public int trips() {
    return wins + losses;
  }

  /**
   * Kelly's fraction: p − q / b for a chance p to win b times what is lost with the chance q (J. L.
   * Kelly, A New Interpretation of Information Rate, 1956). With b as mean win over mean loss it is
   * p × (1 − losses' sum / wins' sum). Below 0 where there is no edge; 0 where nothing was won.
   */
  public Quantity kelly() {
    if (wins == 0) {
      return Quantity.ZERO;
    }
    Quantity edge = Quantity.ONE.minus(profitFactorInverse);
    long chance = FixedPoint.divide(wins, 0, trips(), 0, FixedPoint.MAX_SCALE);
    return new Quantity(
        FixedPoint.multiply(edge.mantissa(), chance, FixedPoint.MAX_SCALE), edge.scale());
  }
}
