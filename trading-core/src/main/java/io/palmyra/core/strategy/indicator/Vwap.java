package io.palmyra.core.strategy.indicator;

/**
 * Average price of a session, each bar's typical price (high, low and close in equal parts)
 * weighted by its volume. Begins anew with each session, and knows nothing while none was traded.
 */
public final class Vwap {
  private final TwofoldSum traded = new TwofoldSum();
  private final TwofoldSum volume = new TwofoldSum();
  private long session;
  private boolean begun;

  /**
   * Takes the next bar.
   *
   * @param ofSession the same for all bars of one session, such as the number of its day
   */
  public void add(long ofSession, double high, double low, double close, double size) {
    if (!begun || ofSession != session) {
      begun = true;
      session = ofSession;
      traded.clear();
      volume.clear();
    }
    traded.addProduct((high + low + close) / 3, size);
    volume.add(size);
  }

  /** Whether anything was traded in the session. */
  public boolean isReady() {
    return volume.value() > 0;
  }

  /** The average price; NaN until ready. */
  public double value() {
    return isReady() ? traded.value() / volume.value() : Double.NaN;
  }
}
