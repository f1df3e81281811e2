package io.palmyra.contracts.value;

/** The side of an order or fill. */
public enum Side {
  /** Adds to a position. */
  BUY(1),
  /** Takes from a position. */
  SELL(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** 1 for BUY, -1 for SELL: what a fill of this side does to a position. */
  public int sign() {
    return sign;
  }

  /** The other side. */
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
