package io.palmyra.backtest.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Bars of one instrument and one length, oldest first, in columns: exact numbers as whole multiples
 * of their last decimal. Immutable.
 */
public final class Bars {
  private final int priceScale;
  private final int volumeScale;
  private final long intervalMillis;
  private final int leftOut;
  private final long[] openTimes;
  private final long[] opens;
  private final long[] highs;
  private final long[] lows;
  private final long[] closes;
  private final long[] volumes;

  private Bars(Builder builder) {
    priceScale = builder.priceScale;
    volumeScale = builder.volumeScale;
    intervalMillis = builder.intervalMillis;
    leftOut = builder.leftOut;
    openTimes = builder.cut(builder.openTimes);
    opens = builder.cut(builder.opens);
    highs = builder.cut(builder.highs);
    lows = builder.cut(builder.lows);
    closes = builder.cut(builder.closes);
    volumes = builder.cut(builder.volumes);
  }

  /**
   * Collects bars.
   *
   * @param priceScale decimals of prices
   * @param volumeScale decimals of volumes
   * @param interval how long each lasts
   */
  public static Builder builder(int priceScale, int volumeScale, Duration interval) {
    return new Builder(priceScale, volumeScale, interval);
  }

  /** How many. */
  public int size() {
    return openTimes.length;
  }

  /** Decimals of prices. */
  public int priceScale() {
    return priceScale;
  }

  /** Decimals of volumes. */
  public int volumeScale() {
    return volumeScale;
  }

  /** How long each lasts. */
  public Duration interval() {
    return Duration.ofMillis(intervalMillis);
  }

  /** First moment of a bar. */
  public Instant openTime(int bar) {
    return Instant.ofEpochMilli(openTimes[bar]);
  }

  /** First moment after a bar. */
  public Instant closeTime(int bar) {
    return Instant.ofEpochMilli(openTimes[bar] + intervalMillis);
  }

  /** First moment after the bar before; its own begin where it is the first. */
  public Instant endBefore(int bar) {
    return bar == 0 ? openTime(0) : closeTime(bar - 1);
  }

  /** First price, in units of its last decimal, as all prices. */
  public long open(int bar) {
    return opens[bar];
  }

  /** Highest price. */
  public long high(int bar) {
    return highs[bar];
  }

  /** Lowest price. */
  public long low(int bar) {
    return lows[bar];
  }

  /** Last price. */
  public long close(int bar) {
    return closes[bar];
  }

  /** What was traded, in units of its last decimal. */
  public long volume(int bar) {
    return volumes[bar];
  }

  /** The bars from a number up to another, which is not part of them. */
  public Bars slice(int from, int to) {
    if (from == 0 && to == size()) {
      return this;
    }
    var some = new Builder(priceScale, volumeScale, interval());
    some.size = to - from;
    some.openTimes = Arrays.copyOfRange(openTimes, from, to);
    some.opens = Arrays.copyOfRange(opens, from, to);
    some.highs = Arrays.copyOfRange(highs, from, to);
    some.lows = Arrays.copyOfRange(lows, from, to);
    some.closes = Arrays.copyOfRange(closes, from, to);
    some.volumes = Arrays.copyOfRange(volumes, from, to);
    return some.build();
  }

  /** Those during which some session is open; how many are not is counted. */
  public Bars within(TradingHours hours) {
    if (hours.always()) {
      return this;
    }
    var some = new Builder(priceScale, volumeScale, interval());
    for (int i = 0; i < size(); i++) {
      if (hours.overlap(openTime(i), closeTime(i))) {
        some.add(openTimes[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
      }
    }
    some.leftOut = size() - some.size;
    return some.build();
  }

  /** How many bars there were outside of all sessions, which are not part of these. */
  public int leftOut() {
    return leftOut;
  }

  /** The bars that begin at one moment or later and before another. */
  public Bars between(Instant from, Instant to) {
    var some = new Builder(priceScale, volumeScale, interval());
    for (int i = 0; i < size(); i++) {
      if (openTimes[i] >= from.toEpochMilli() && openTimes[i] < to.toEpochMilli()) {
        some.add(openTimes[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
      }
    }
    return some.build();
  }

  /** Collects bars, oldest first. */
  public static final class Builder {
    private final int priceScale;
    private final int volumeScale;
    private final long intervalMillis;
    private int size;
    private int leftOut;
    private long[] openTimes = new long[1024];
    private long[] opens = new long[1024];
    private long[] highs = new long[1024];
    private long[] lows = new long[1024];
    private long[] closes = new long[1024];
    private long[] volumes = new long[1024];

    private Builder(int priceScale, int volumeScale, Duration interval) {
      this.priceScale = priceScale;
      this.volumeScale = volumeScale;
      this.intervalMillis = interval.toMillis();
    }

    /**
     * Adds the next.
     *
     * @param openTime its begin, in milliseconds since 1970
     * @param volume as prices in units of its last decimal
     * @throws IllegalArgumentException if it does not begin later than the one before
     */
    public void add(long openTime, long open, long high, long low, long close, long volume) {
      if (size > 0 && openTime <= openTimes[size - 1]) {
        throw new IllegalArgumentException("a bar of " + openTime + " after one that is later");
      }
      if (size == openTimes.length) {
        grow();
      }
      openTimes[size] = openTime;
      opens[size] = open;
      highs[size] = high;
      lows[size] = low;
      closes[size] = close;
      volumes[size] = volume;
      size++;
    }

    private void grow() {
      int more = size * 2;
      openTimes = Arrays.copyOf(openTimes, more);
      opens = Arrays.copyOf(opens, more);
      highs = Arrays.copyOf(highs, more);
      lows = Arrays.copyOf(lows, more);
      closes = Arrays.copyOf(closes, more);
      volumes = Arrays.copyOf(volumes, more);
    }

    private long[] cut(long[] column) {
      return column.length == size ? column : Arrays.copyOf(column, size);
    }

    /** The bars, of which no more come. */
    public Bars build() {
      return new Bars(this);
    }
  }
}
