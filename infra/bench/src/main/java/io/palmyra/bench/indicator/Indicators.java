package io.palmyra.bench.indicator;

import io.palmyra.core.strategy.indicator.Adx;
import io.palmyra.core.strategy.indicator.Atr;
import io.palmyra.core.strategy.indicator.BollingerBands;
import io.palmyra.core.strategy.indicator.Cci;
import io.palmyra.core.strategy.indicator.Deviation;
import io.palmyra.core.strategy.indicator.Donchian;
import io.palmyra.core.strategy.indicator.Ema;
import io.palmyra.core.strategy.indicator.Keltner;
import io.palmyra.core.strategy.indicator.Macd;
import io.palmyra.core.strategy.indicator.Mfi;
import io.palmyra.core.strategy.indicator.Obv;
import io.palmyra.core.strategy.indicator.Rsi;
import io.palmyra.core.strategy.indicator.Sma;
import io.palmyra.core.strategy.indicator.Stochastic;
import io.palmyra.core.strategy.indicator.Supertrend;
import io.palmyra.core.strategy.indicator.Vwap;
import io.palmyra.core.strategy.indicator.Wma;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each takes one bar of a walk and tells its value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Indicators {
  private static final int BARS = 1 << 12;
  private static final long SESSION = 390;
  private static final long SEED = 7;

  private final Sma sma = new Sma(20);
  private final Ema ema = new Ema(20);
  private final Wma wma = new Wma(20);
  private final Rsi rsi = new Rsi(14);
  private final Macd macd = new Macd(12, 26, 9);
  private final BollingerBands bollinger = new BollingerBands(20, 2);
  private final Deviation deviation = new Deviation(20);
  private final Deviation zScore = new Deviation(20);
  private final Atr atr = new Atr(14);
  private final Adx adx = new Adx(14);
  private final Stochastic stochastic = new Stochastic(14, 3, 3);
  private final Keltner keltner = new Keltner(20, 10, 2);
  private final Cci cci = new Cci(20);
  private final Supertrend supertrend = new Supertrend(10, 3);
  private final Donchian donchian = new Donchian(20);
  private final Mfi mfi = new Mfi(14);
  private final Obv obv = new Obv();
  private final Vwap vwap = new Vwap();

  private final double[] closes = walk();
  private long bar;

  private static double[] walk() {
    var random = new Random(SEED);
    double[] walk = new double[BARS];
    double price = 1000;
    for (int i = 0; i < BARS; i++) {
      price += random.nextGaussian();
      walk[i] = price;
    }
    return walk;
  }

  private int next() {
    return (int) (bar++ & (BARS - 1));
  }

  /** Sma. */
  @Benchmark
  public double sma() {
    int i = next();
    sma.add(closes[i]);
    return sma.value();
  }

  /** Ema. */
  @Benchmark
  public double ema() {
    int i = next();
    ema.add(closes[i]);
    return ema.value();
  }

  /** Wma. */
  @Benchmark
  public double wma() {
    int i = next();
    wma.add(closes[i]);
    return wma.value();
  }

  /** Rsi. */
  @Benchmark
  public double rsi() {
    int i = next();
    rsi.add(closes[i]);
    return rsi.value();
  }

  /** Macd. */
  @Benchmark
  public double macd() {
    int i = next();
    macd.add(closes[i]);
    return macd.histogram();
  }

  /** BollingerBands. */
  @Benchmark
  public double bollinger() {
    int i = next();
    bollinger.add(closes[i]);
    return bollinger.upper();
  }

  /** Deviation. */
  @Benchmark
  public double deviation() {
    int i = next();
    deviation.add(closes[i]);
    return deviation.value();
  }

  /** Deviation. */
  @Benchmark
  public double zScore() {
    int i = next();
    zScore.add(closes[i]);
    return zScore.zScore();
  }

  /** Atr. */
  @Benchmark
  public double atr() {
    int i = next();
    atr.add(closes[i] + 1, closes[i] - 1, closes[i]);
    return atr.value();
  }

  /** Adx. */
  @Benchmark
  public double adx() {
    int i = next();
    adx.add(closes[i] + 1, closes[i] - 1, closes[i]);
    return adx.value();
  }

  /** Stochastic. */
  @Benchmark
  public double stochastic() {
    int i = next();
    stochastic.add(closes[i] + 1, closes[i] - 1, closes[i]);
    return stochastic.signal();
  }

  /** Keltner. */
  @Benchmark
  public double keltner() {
    int i = next();
    keltner.add(closes[i] + 1, closes[i] - 1, closes[i]);
    return keltner.upper();
  }

  /** Cci. */
  @Benchmark
  public double cci() {
    int i = next();
    cci.add(closes[i] + 1, closes[i] - 1, closes[i]);
    return cci.value();
  }

  /** Supertrend. */
  @Benchmark
  public double supertrend() {
    int i = next();
    supertrend.add(closes[i] + 1, closes[i] - 1, closes[i]);
    return supertrend.value();
  }

  /** Donchian. */
  @Benchmark
  public double donchian() {
    int i = next();
    donchian.add(closes[i] + 1, closes[i] - 1);
    return donchian.middle();
  }

  /** Mfi. */
  @Benchmark
  public double mfi() {
    int i = next();
    mfi.add(closes[i] + 1, closes[i] - 1, closes[i], i);
    return mfi.value();
  }

  /** Obv. */
  @Benchmark
  public double obv() {
    int i = next();
    obv.add(closes[i], i);
    return obv.value();
  }

  /** Vwap. */
  @Benchmark
  public double vwap() {
    int i = next();
    vwap.add(bar / SESSION, closes[i] + 1, closes[i] - 1, closes[i], i);
    return vwap.value();
  }
}
