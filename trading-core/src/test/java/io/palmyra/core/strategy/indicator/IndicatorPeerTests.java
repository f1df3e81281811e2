package io.palmyra.core.strategy.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.core.strategy.indicator.Quotes.Quote;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.Num;

/**
 * Those that no spreadsheet of the shared data has, against ta4j over 1,246 days of bitcoin. Where
 * an average has another seed there, from the day on which seeds no longer count.
 */
class IndicatorPeerTests {
  private static final double TOLERANCE = 1e-6;
  private static final int FORGOTTEN = 500;

  private static List<Quote> days;
  private static BarSeries series;
  private static ClosePriceIndicator closes;

  @BeforeAll
  static void read() throws IOException {
    days = Quotes.of("skender/quotes/bitcoin.csv");
    series = new BaseBarSeriesBuilder().withNumFactory(DecimalNumFactory.getInstance()).build();
    Instant end = Instant.EPOCH;
    for (Quote day : days) {
      end = end.plus(Duration.ofDays(1));
      series
          .barBuilder()
          .timePeriod(Duration.ofDays(1))
          .endTime(end)
          .openPrice(day.open())
          .highPrice(day.high())
          .lowPrice(day.low())
          .closePrice(day.close())
          .volume(day.volume())
          .add();
    }
    closes = new ClosePriceIndicator(series);
  }

  @Test
  void weightedAverage() {
    var wma = new Wma(21);
    compare(21, day -> wma.add(day.close()), wma::value, new WMAIndicator(closes, 21));
  }

  @Test
  void deviationAndAverage() {
    var deviation = new Deviation(20);
    compare(
        20,
        day -> deviation.add(day.close()),
        deviation::value,
        new StandardDeviationIndicator(closes, 20));
    var mean = new Deviation(20);
    compare(20, day -> mean.add(day.close()), mean::mean, new SMAIndicator(closes, 20));
  }

  @Test
  void distanceInDeviations() {
    var ours = new Deviation(20);
    var mean = new SMAIndicator(closes, 20);
    var deviation = new StandardDeviationIndicator(closes, 20);
    for (int i = 0; i < days.size(); i++) {
      ours.add(days.get(i).close());
      if (i >= 19) {
        double away = days.get(i).close() - mean.getValue(i).doubleValue();
        assertThat(ours.zScore())
            .as("bar %d", i)
            .isCloseTo(away / deviation.getValue(i).doubleValue(), within(TOLERANCE));
      }
    }
  }

  @Test
  void directionalIndex() {
    var adx = new Adx(14);
    compare(FORGOTTEN, day -> feed(adx, day), adx::value, new ADXIndicator(series, 14));
    var plus = new Adx(14);
    compare(FORGOTTEN, day -> feed(plus, day), plus::plus, new PlusDIIndicator(series, 14));
    var minus = new Adx(14);
    compare(FORGOTTEN, day -> feed(minus, day), minus::minus, new MinusDIIndicator(series, 14));
  }

  private static void feed(Adx adx, Quote day) {
    adx.add(day.high(), day.low(), day.close());
  }

  @Test
  void stochastic() {
    var plain = new Stochastic(14, 1, 3);
    var k = new StochasticOscillatorKIndicator(series, 14);
    compare(14, day -> feed(plain, day), plain::value, k);
    var signal = new Stochastic(14, 1, 3);
    compare(16, day -> feed(signal, day), signal::signal, new SMAIndicator(k, 3));
    var slow = new Stochastic(14, 3, 3);
    compare(16, day -> feed(slow, day), slow::value, new SMAIndicator(k, 3));
  }

  private static void feed(Stochastic stochastic, Quote day) {
    stochastic.add(day.high(), day.low(), day.close());
  }

  @Test
  void donchian() {
    var upper = new Donchian(20);
    compare(
        20,
        day -> upper.add(day.high(), day.low()),
        upper::upper,
        new DonchianChannelUpperIndicator(series, 20));
    var lower = new Donchian(20);
    compare(
        20,
        day -> lower.add(day.high(), day.low()),
        lower::lower,
        new DonchianChannelLowerIndicator(series, 20));
  }

  @Test
  void keltner() {
    var middle = new KeltnerChannelMiddleIndicator(closes, 20);
    var upper = new Keltner(20, 10, 2);
    compare(
        FORGOTTEN,
        day -> upper.add(day.high(), day.low(), day.close()),
        upper::upper,
        new KeltnerChannelUpperIndicator(middle, 2, 10));
    var lower = new Keltner(20, 10, 2);
    compare(
        FORGOTTEN,
        day -> lower.add(day.high(), day.low(), day.close()),
        lower::lower,
        new KeltnerChannelLowerIndicator(middle, 2, 10));
  }

  @Test
  void balanceOfVolume() {
    var obv = new Obv();
    compare(
        1,
        day -> obv.add(day.close(), day.volume()),
        obv::value,
        new OnBalanceVolumeIndicator(series));
  }

  @Test
  void commodityChannel() {
    var cci = new Cci(20);
    compare(
        20,
        day -> cci.add(day.high(), day.low(), day.close()),
        cci::value,
        new CCIIndicator(series, 20));
  }

  @Test
  void supertrend() {
    var trend = new Supertrend(10, 3);
    compare(
        FORGOTTEN,
        day -> trend.add(day.high(), day.low(), day.close()),
        trend::value,
        new SuperTrendIndicator(series, 10, 3.0));
  }

  /**
   * @param from number of the first bar that counts, from 1; ours is not ready before it where that
   *     is where its window fills
   */
  private static void compare(
      int from, Consumer<Quote> feed, DoubleSupplier ours, Indicator<Num> theirs) {
    for (int i = 0; i < days.size(); i++) {
      feed.accept(days.get(i));
      if (i + 1 >= from) {
        assertThat(ours.getAsDouble())
            .as("bar %d", i)
            .isCloseTo(theirs.getValue(i).doubleValue(), within(TOLERANCE));
      } else if (from != FORGOTTEN) {
        assertThat(ours.getAsDouble()).as("bar %d", i).isNaN();
      }
    }
  }
}
