package io.palmyra.core.strategy.indicator;

/**
 * Money flow index, 0 to 100: the share of money (typical price × volume) that flowed in bars whose
 * typical price rose, among those in which it changed. Ready after {@code period} + 1 bars. 50
 * where no money flowed. From Gene Quong and Avrum Soudack, 1989.
 */
public final class Mfi {
  private final Window rising;
  private final Window falling;
  private final TwofoldSum in = new TwofoldSum();
  private final TwofoldSum out = new TwofoldSum();
  private double previous = Double.NaN;

  /**
   * @param period bars in the window, 1 or more
   */
  public Mfi(int period) {
    rising = new Window(period);
    falling = new Window(period);
  }

  /** Takes the next bar. */
  public void add(double high, double low, double close, double volume) {
    double typical = (high + low + close) / 3;
    if (!Double.isNaN(previous)) {
      flow(rising, in, typical > previous ? typical * volume : 0);
      flow(falling, out, typical < previous ? typical * volume : 0);
    }
    previous = typical;
  }

  private static void flow(Window window, TwofoldSum sum, double money) {
    sum.add(-window.push(money));
    sum.add(money);
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return rising.isFull();
  }

  /** 0 to 100; NaN until ready. */
  public double value() {
    if (!isReady()) {
      return Double.NaN;
    }
    double all = in.value() + out.value();
    return all == 0 ? 50 : 100 * in.value() / all;
  }
}
