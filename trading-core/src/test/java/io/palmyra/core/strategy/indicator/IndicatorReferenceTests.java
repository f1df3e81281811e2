package io.palmyra.core.strategy.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.core.strategy.indicator.Quotes.Quote;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Against 502 days of SPY worked out in spreadsheets by people who never saw this code. */
class IndicatorReferenceTests {
  private static final double TOLERANCE = 1e-6;

  @Test
  void rsiAgrees() throws IOException {
    var rsi = new Rsi(14);
    compare("rsi14", day -> rsi.add(day.close()), rsi::value);
  }

  @Test
  void emaAgrees() throws IOException {
    var ema = new Ema(20);
    compare("ema20", day -> ema.add(day.close()), ema::value);
  }

  @Test
  void smaAgrees() throws IOException {
    var sma = new Sma(20);
    compare("bb20_sma", day -> sma.add(day.close()), sma::value);
  }

  @Test
  void atrAgrees() throws IOException {
    var atr = new Atr(14);
    compare("atr14", day -> atr.add(day.high(), day.low(), day.close()), atr::value);
  }

  @Test
  void macdAgreesInAllThreeLines() throws IOException {
    var macd = new Macd(12, 26, 9);
    compare("macd_12_26", day -> macd.add(day.close()), macd::value);
    var signal = new Macd(12, 26, 9);
    compare("macd_signal9", day -> signal.add(day.close()), signal::signal);
    var histogram = new Macd(12, 26, 9);
    compare("macd_hist", day -> histogram.add(day.close()), histogram::histogram);
  }

  @Test
  void bollingerBandsAgreeInAllLines() throws IOException {
    var upper = new BollingerBands(20, 2);
    compare("bb20_2_upper", day -> upper.add(day.close()), upper::upper);
    var lower = new BollingerBands(20, 2);
    compare("bb20_2_lower", day -> lower.add(day.close()), lower::lower);
    var percent = new BollingerBands(20, 2);
    compare("bb20_percentb", day -> percent.add(day.close()), percent::percentB);
    var width = new BollingerBands(20, 2);
    compare("bb20_width", day -> width.add(day.close()), width::bandWidth);
  }

  @Test
  void mfiAgrees() throws IOException {
    var mfi = new Mfi(14);
    compare("mfi14", day -> mfi.add(day.high(), day.low(), day.close(), day.volume()), mfi::value);
  }

  @Test
  void vwapOfASessionAgrees() throws IOException {
    var vwap = new Vwap();
    int compared = 0;
    for (Quote minute : Quotes.of("expected-vwap-intraday.csv")) {
      vwap.add(0, minute.high(), minute.low(), minute.close(), minute.volume());
      double expected = Double.parseDouble(minute.expected().get("vwap_anchor_session"));
      assertThat(vwap.value()).as(minute.time()).isCloseTo(expected, within(TOLERANCE));
      compared++;
    }
    assertThat(compared).isEqualTo(391);
  }

  @Test
  void vwapBeginsAnewWithASession() throws IOException {
    var vwap = new Vwap();
    int compared = 0;
    for (Quote minute : Quotes.of("expected-vwap-intraday.csv")) {
      String expected = minute.expected().get("vwap_anchor_1000");
      long session = expected.isEmpty() ? 1 : 2;
      vwap.add(session, minute.high(), minute.low(), minute.close(), minute.volume());
      if (session == 2) {
        assertThat(vwap.value())
            .as(minute.time())
            .isCloseTo(Double.parseDouble(expected), within(TOLERANCE));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(361);
  }

  @Test
  void averageDependsOnItsWindowAloneToTheLastBit() {
    double[] values =
        new Random(42).doubles(200_000, 0.5, 2000).map(v -> Math.round(v * 1e5) / 1e5).toArray();
    var longLived = new Sma(50);
    Arrays.stream(values).forEach(longLived::add);
    var fresh = new Sma(50);
    Arrays.stream(values, values.length - 50, values.length).forEach(fresh::add);
    assertThat(longLived.value()).isEqualTo(fresh.value());
  }

  @Test
  void saysNothingBeforeItIsReady() {
    var rsi = new Rsi(2);
    rsi.add(1);
    rsi.add(2);
    assertThat(rsi.isReady()).isFalse();
    assertThat(rsi.value()).isNaN();
    rsi.add(3);
    assertThat(rsi.isReady()).isTrue();
    assertThat(rsi.value()).isEqualTo(100);
  }

  private static void compare(String column, Consumer<Quote> feed, DoubleSupplier indicator)
      throws IOException {
    int compared = 0;
    for (Quote day : Quotes.of("expected-spy-daily.csv")) {
      feed.accept(day);
      String expected = day.expected().get(column);
      if (expected.isEmpty()) {
        assertThat(indicator.getAsDouble()).as(column + " at " + day.time()).isNaN();
      } else {
        assertThat(indicator.getAsDouble())
            .as(column + " at " + day.time())
            .isCloseTo(Double.parseDouble(expected), within(TOLERANCE));
        compared++;
      }
    }
    assertThat(compared).as("rows compared").isGreaterThan(460);
  }
}
