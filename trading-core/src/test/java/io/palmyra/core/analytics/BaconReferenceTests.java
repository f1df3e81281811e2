package io.palmyra.core.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the published values of the portfolio in Bacon's book of 2008. */
class BaconReferenceTests {
  private final Returns portfolio = column(1);
  private final Returns benchmark = column(2);
  private final Partial around = new Partial(portfolio, 0.005);

  BaconReferenceTests() throws IOException {}

  private static Returns column(int column) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.require("metrics/bacon-portfolio.csv"));
    return Returns.of(
        lines.stream()
            .skip(1)
            .mapToDouble(l -> Double.parseDouble(l.split(",")[column]))
            .toArray());
  }

  @Test
  void whatLiesAboveAndBelow() {
    agrees(around.upsideRisk(), 0.02937332);
    agrees(around.upsidePotential(), 0.01770833);
    agrees(around.downsidePotential(), 0.01370833);
    agrees(around.downsideRisk(), 0.02553674);
    agrees(around.upsideFrequency(), 0.54166667);
    agrees(around.downsideFrequency(), 0.45833333);
    agrees(around.omegaSharpe(), 0.29179331);
    assertThat(new Performance(portfolio, 1).downsideDeviation(0.005))
        .isCloseTo(around.downsideRisk(), within(1e-15));
  }

  @Test
  void gainsAndLosses() {
    var around0 = new Partial(portfolio, 0);
    agrees(around0.gainLoss(), 1.77978339);
    assertThat(around0.dRatio()).isCloseTo(0.4013329, within(5e-8));
    agrees(around0.meanAbsoluteDeviation(), 0.03108333);
  }

  @Test
  void drawdownsAndDeviations() {
    agrees(Drawdowns.of(portfolio).painIndex(), 0.03998969);
    assertThat(new Benchmarked(portfolio, benchmark, 12).relativeDeviation())
        .isCloseTo(1.030395, within(5e-7));
  }

  @Test
  void adjustedSharpe() {
    var performance = new Performance(portfolio, 12);
    // The reference takes the compound return of the year for its ratio.
    double sharpe = performance.annualReturn() / performance.volatility();
    agrees(performance.adjustedSharpe(sharpe), 0.75914347);
  }

  private static void agrees(double actual, double published) {
    assertThat(actual).isCloseTo(published, within(5e-9));
  }
}
