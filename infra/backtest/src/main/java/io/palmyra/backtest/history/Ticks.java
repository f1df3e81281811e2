package io.palmyra.backtest.history;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.marketdata.EpochNanos;
import java.time.Instant;
import java.util.Arrays;

/**
 * Quotes of one instrument, oldest first, in columns: exact prices as whole multiples of their last
 * decimal. Several may have the same time. Immutable.
 */
public final class Ticks {
  private final int priceScale;
  private final int sizeScale;
  private final long[] times;
  private final long[] bids;
  private final long[] asks;
  private final long[] bidSizes;
  private final long[] askSizes;

  private Ticks(Builder builder) {
    priceScale = builder.priceScale;
    sizeScale = builder.sizeScale;
    times = builder.cut(builder.times);
    bids = builder.cut(builder.bids);
    asks = builder.cut(builder.asks);
    bidSizes = builder.cut(builder.bidSizes);
    askSizes = builder.cut(builder.askSizes);
  }

  /**
   * Collects quotes.
   *
   * @param priceScale decimals of prices
   * @param sizeScale decimals of sizes
   */
  public static Builder builder(int priceScale, int sizeScale) {
    return new Builder(priceScale, sizeScale);
  }

  /** How many. */
  public int size() {
    return times.length;
  }

  /** Decimals of prices. */
  public int priceScale() {
    return priceScale;
  }

  /** When. */
  public Instant time(int tick) {
    return EpochNanos.toInstant(times[tick]);
  }

  /**
   * One of them.
   *
   * @param scale decimals that its prices are to have, at least as many as they have
   */
  public QuoteTick tick(int tick, InstrumentId instrument, int scale) {
    return new QuoteTick(
        instrument,
        new Price(bids[tick], priceScale).atScale(scale),
        new Price(asks[tick], priceScale).atScale(scale),
        new Quantity(bidSizes[tick], sizeScale),
        new Quantity(askSizes[tick], sizeScale),
        time(tick),
        "recorded");
  }

  /** Those from one moment on and before another. */
  public Ticks between(Instant from, Instant to) {
    var some = new Builder(priceScale, sizeScale);
    for (int i = 0; i < size(); i++) {
      if (!time(i).isBefore(from) && time(i).isBefore(to)) {
        some.add(time(i), bids[i], asks[i], bidSizes[i], askSizes[i]);
      }
    }
    return some.build();
  }

  /** Collects quotes, oldest first. */
  public static final class Builder {
    private final int priceScale;
    private final int sizeScale;
    private int size;
    private long[] times = new long[1024];
    private long[] bids = new long[1024];
    private long[] asks = new long[1024];
    private long[] bidSizes = new long[1024];
    private long[] askSizes = new long[1024];

    private Builder(int priceScale, int sizeScale) {
      this.priceScale = priceScale;
      this.sizeScale = sizeScale;
    }

    /**
     * Adds the next.
     *
     * @throws IllegalArgumentException if it is earlier than the one before
     */
    public void add(Instant time, long bid, long ask, long bidSize, long askSize) {
      long nanos = EpochNanos.of(time);
      if (size > 0 && nanos < times[size - 1]) {
        throw new IllegalArgumentException("a quote of " + time + " after one that is later");
      }
      if (size == times.length) {
        grow();
      }
      times[size] = nanos;
      bids[size] = bid;
      asks[size] = ask;
      bidSizes[size] = bidSize;
      askSizes[size] = askSize;
      size++;
    }

    private void grow() {
      int more = size * 2;
      times = Arrays.copyOf(times, more);
      bids = Arrays.copyOf(bids, more);
      asks = Arrays.copyOf(asks, more);
      bidSizes = Arrays.copyOf(bidSizes, more);
      askSizes = Arrays.copyOf(askSizes, more);
    }

    private long[] cut(long[] column) {
      return Arrays.copyOf(column, size);
    }

    /** The quotes, of which no more come. */
    public Ticks build() {
      return new Ticks(this);
    }
  }
}
