package io.palmyra.core.risk;

import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;

/**
 * What an account holds and may come to hold of an instrument.
 *
 * @param position signed
 * @param workingBuy open buy quantity, 0 or more
 * @param workingSell open sell quantity, 0 or more
 * @param unknown whether the fate of some order is unknown
 */
public record Exposure(
    Quantity position, Quantity workingBuy, Quantity workingSell, boolean unknown) {

  /** Nothing held, nothing open. */
  public static final Exposure NONE =
      new Exposure(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, false);

  /** How far the position can come to be on a side, if all that is open there fills. */
  public Quantity furthest(Side side) {
    return side == Side.BUY ? position.plus(workingBuy) : workingSell.minus(position);
  }

  /** What an order of a side may still take off the position, open orders of the side counted. */
  public Quantity reducible(Side side) {
    Quantity left =
        side == Side.BUY ? position.negate().minus(workingBuy) : position.minus(workingSell);
    return left.signum() > 0 ? left : Quantity.ZERO;
  }

  /** The same with more open on a side. */
  Exposure with(Side side, Quantity open) {
    return side == Side.BUY
        ? new Exposure(position, workingBuy.plus(open), workingSell, unknown)
        : new Exposure(position, workingBuy, workingSell.plus(open), unknown);
  }

  /** Both together. */
  Exposure plus(Exposure other) {
    return new Exposure(
        position.plus(other.position),
        workingBuy.plus(other.workingBuy),
        workingSell.plus(other.workingSell),
        unknown || other.unknown);
  }

  /** The same without an open order of which so much is open. */
  Exposure without(Side side, Quantity open) {
    return side == Side.BUY
        ? new Exposure(position, workingBuy.minus(open), workingSell, unknown)
        : new Exposure(position, workingBuy, workingSell.minus(open), unknown);
  }
}
