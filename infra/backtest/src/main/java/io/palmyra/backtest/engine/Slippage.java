package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;

/** By how much what meets the market is filled worse than bid or ask; a whole number of ticks. */
public sealed interface Slippage {
  /**
   * What an order loses.
   *
   * @param bar in which it is filled; what is measured is the one before, which was known
   * @param quantity of the fill
   */
  Price of(Bars bars, int bar, Quantity quantity, InstrumentDefined terms);

  /** For reports. */
  String inWords();

  /** Whether it is always 0. */
  default boolean isNone() {
    return false;
  }

  /**
   * Reads one as options write it: a price, {@code range:SHARE} or {@code impact:COEFFICIENT}.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  static Slippage read(String text) {
    if (text.startsWith("range:")) {
      return new OfRange(Quantity.of(text.substring("range:".length())));
    }
    return text.startsWith("impact:")
        ? new SquareRoot(Quantity.of(text.substring("impact:".length())))
        : new Fixed(Price.of(text));
  }

  /**
   * Always the same.
   *
   * @param by 0 or more
   */
  record Fixed(Price by) implements Slippage {
    public Fixed {
      if (by.signum() < 0) {
        throw new IllegalArgumentException("slippage is " + by + "; allowed: 0 or more");
      }
    }

    @Override
    public Price of(Bars bars, int bar, Quantity quantity, InstrumentDefined terms) {
      return by;
    }

    @Override
    public String inWords() {
      return by + " worse";
    }

    @Override
    public boolean isNone() {
      return by.signum() == 0;
    }
  }

  /**
   * A share of what the market moved in the bar before: more where it is wild.
   *
   * @param share of the distance between its high and its low, 0 or more
   */
  record OfRange(Quantity share) implements Slippage {
    public OfRange {
      requirePositive("range", share);
    }

    @Override
    public Price of(Bars bars, int bar, Quantity quantity, InstrumentDefined terms) {
      return ticks(range(bars, bar) * share.toDouble(), terms);
    }

    @Override
    public String inWords() {
      return share + " of the range of the bar before worse";
    }
  }

  /**
   * The law of the square root: coefficient × range × √(quantity / volume), both of the bar before;
   * without a volume as if the order were as large as it. See J.-P. Bouchaud, Price Impact, 2010.
   *
   * @param coefficient 0 or more; of the order of 1
   */
  record SquareRoot(Quantity coefficient) implements Slippage {
    public SquareRoot {
      requirePositive("impact", coefficient);
    }

    @Override
    public Price of(Bars bars, int bar, Quantity quantity, InstrumentDefined terms) {
      int known = Math.max(0, bar - 1);
      double volume = new Quantity(bars.volume(known), bars.volumeScale()).toDouble();
      double share = volume > 0 ? quantity.toDouble() / volume : 1;
      return ticks(range(bars, bar) * coefficient.toDouble() * Math.sqrt(share), terms);
    }

    @Override
    public String inWords() {
      return coefficient
          + " times the range of the bar before and the square root of the order's share of its"
          + " volume worse";
    }
  }

  private static void requirePositive(String name, Quantity value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          "slippage is " + name + ":" + value + "; allowed: 0 or more");
    }
  }

  private static double range(Bars bars, int bar) {
    int known = Math.max(0, bar - 1);
    return new Price(bars.high(known) - bars.low(known), bars.priceScale()).toDouble();
  }

  /** The least number of ticks that is not less. */
  private static Price ticks(double distance, InstrumentDefined terms) {
    Price tick = terms.tickSize();
    long count = (long) Math.ceil(distance / tick.toDouble() - 1e-9);
    return new Price(Math.multiplyExact(count, tick.mantissa()), tick.scale());
  }
}
