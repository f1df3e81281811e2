package io.palmyra.core.strategy.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.core.strategy.indicator.Quotes.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices that are missing, zero, tiny, or far above their own spread. */
class IndicatorRobustnessTests {
  private final Sma sma = new Sma(10);
  private final Ema ema = new Ema(10);
  private final Wma wma = new Wma(10);
  private final Rsi rsi = new Rsi(14);
  private final Macd macd = new Macd(12, 26, 9);
  private final BollingerBands bands = new BollingerBands(20, 2);
  private final Deviation deviation = new Deviation(20);
  private final Atr atr = new Atr(14);
  private final Vwap vwap = new Vwap();
  private final Mfi mfi = new Mfi(14);
  private final Adx adx = new Adx(14);
  private final Stochastic stochastic = new Stochastic(14, 3, 3);
  private final Donchian donchian = new Donchian(20);
  private final Keltner keltner = new Keltner(20, 10, 2);
  private final Obv obv = new Obv();
  private final Cci cci = new Cci(20);
  private final Supertrend supertrend = new Supertrend(10, 3);

  private void feed(Quote bar) {
    sma.add(bar.close());
    ema.add(bar.close());
    wma.add(bar.close());
    rsi.add(bar.close());
    macd.add(bar.close());
    bands.add(bar.close());
    deviation.add(bar.close());
    atr.add(bar.high(), bar.low(), bar.close());
    vwap.add(0, bar.high(), bar.low(), bar.close(), bar.volume() + 1);
    mfi.add(bar.high(), bar.low(), bar.close(), bar.volume());
    adx.add(bar.high(), bar.low(), bar.close());
    stochastic.add(bar.high(), bar.low(), bar.close());
    donchian.add(bar.high(), bar.low());
    keltner.add(bar.high(), bar.low(), bar.close());
    obv.add(bar.close(), bar.volume());
    cci.add(bar.high(), bar.low(), bar.close());
    supertrend.add(bar.high(), bar.low(), bar.close());
  }

  private Map<String, DoubleSupplier> all() {
    var all = new LinkedHashMap<String, DoubleSupplier>();
    all.put("sma", sma::value);
    all.put("ema", ema::value);
    all.put("wma", wma::value);
    all.put("rsi", rsi::value);
    all.put("macd", macd::histogram);
    all.put("bands", bands::percentB);
    all.put("deviation", deviation::value);
    all.put("z-score", deviation::zScore);
    all.put("atr", atr::value);
    all.put("vwap", vwap::value);
    all.put("mfi", mfi::value);
    all.put("adx", adx::value);
    all.put("stochastic", stochastic::signal);
    all.put("donchian", donchian::middle);
    all.put("keltner", keltner::upper);
    all.put("obv", obv::value);
    all.put("cci", cci::value);
    all.put("supertrend", supertrend::value);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad", "zeros", "penny", "bitcoin", "default"})
  void eachSaysANumberOnceItIsReady(String file) throws IOException {
    int bars = 0;
    for (Quote bar : Quotes.of("skender/quotes/" + file + ".csv")) {
      feed(bar);
      if (++bars > 40) {
        all().forEach((name, value) -> assertThat(value.getAsDouble()).as(name).isFinite());
        assertThat(rsi.value()).isBetween(0.0, 100.0);
        assertThat(mfi.value()).isBetween(0.0, 100.0);
        assertThat(adx.value()).isBetween(0.0, 100.0);
        assertThat(stochastic.value()).isBetween(-1e-9, 100 + 1e-9);
        assertThat(deviation.value()).isNotNegative();
        assertThat(donchian.upper()).isGreaterThanOrEqualTo(donchian.lower());
      }
    }
    assertThat(bars).isGreaterThan(100);
  }

  @Test
  void whereNothingMovesEachSaysSo() {
    var still = new Quote("", 5, 5, 5, 5, 0, Map.of());
    for (int i = 0; i < 60; i++) {
      feed(still);
    }
    assertThat(rsi.value()).isEqualTo(50);
    assertThat(mfi.value()).isEqualTo(50);
    assertThat(stochastic.value()).isEqualTo(50);
    assertThat(bands.percentB()).isEqualTo(0.5);
    assertThat(deviation.zScore()).isZero();
    assertThat(cci.value()).isZero();
    assertThat(adx.value()).isZero();
    assertThat(obv.value()).isZero();
  }

  @Test
  void deviationOfPricesFarAboveTheirSpreadIsNotCanceledOut() {
    var random = new Random(7);
    var ours = new Deviation(50);
    double[] last = new double[50];
    for (int i = 0; i < 5_000; i++) {
      double value = 1e8 + Math.round(random.nextGaussian() * 1e3) / 1e5;
      last[i % 50] = value;
      ours.add(value);
    }
    assertThat(ours.value()).isCloseTo(exact(last), within(1e-12));
  }

  private static double exact(double[] values) {
    var count = BigDecimal.valueOf(values.length);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      var exact = new BigDecimal(value);
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    BigDecimal spread = count.multiply(squares).subtract(sum.multiply(sum));
    return spread.sqrt(MathContext.DECIMAL128).divide(count, MathContext.DECIMAL128).doubleValue();
  }

  @Test
  void extremesOfAWindowAreThoseOfItsValues() {
    var random = new Random(11);
    double[] values = random.ints(20_000, 0, 50).asDoubleStream().toArray();
    var highest = Extreme.highest(17);
    var lowest = Extreme.lowest(17);
    for (int i = 0; i < values.length; i++) {
      highest.add(values[i]);
      lowest.add(values[i]);
      if (i >= 16) {
        double[] window = java.util.Arrays.copyOfRange(values, i - 16, i + 1);
        assertThat(highest.value()).isEqualTo(java.util.Arrays.stream(window).max().orElseThrow());
        assertThat(lowest.value()).isEqualTo(java.util.Arrays.stream(window).min().orElseThrow());
      } else {
        assertThat(highest.value()).isNaN();
      }
    }
  }

  @Test
  void noWindowIsEmpty() {
    assertThatThrownBy(() -> new Sma(0)).hasMessageContaining("period 0 is below 1");
    assertThatThrownBy(() -> new Donchian(0)).hasMessageContaining("period 0 is below 1");
    assertThatThrownBy(() -> new Macd(26, 12, 9)).hasMessageContaining("fast 26");
  }
}
