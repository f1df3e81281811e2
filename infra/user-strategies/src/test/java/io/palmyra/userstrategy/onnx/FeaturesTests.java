package io.palmyra.userstrategy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.indicator.Adx;
import io.palmyra.core.strategy.indicator.Atr;
import io.palmyra.core.strategy.indicator.Deviation;
import io.palmyra.core.strategy.indicator.Ema;
import io.palmyra.core.strategy.indicator.Rsi;
import io.palmyra.core.strategy.indicator.Sma;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeaturesTests {
  private record Played(double high, double low, double close) implements Bar {
    @Override
    public InstrumentId instrument() {
      return new InstrumentId("EURUSD.SIM");
    }

    @Override
    public Instant closeTime() {
      return Instant.EPOCH;
    }

    @Override
    public double open() {
      return close;
    }

    @Override
    public double volume() {
      return 0;
    }
  }

  @Test
  void standInTheOrderInWhichTheyWereDeclared() {
    Features features = Features.of("return:2,rsi:5,zscore:4,atr:3,sma:6,ema:6,adx:3");
    var rsi = new Rsi(5);
    var deviation = new Deviation(4);
    var atr = new Atr(3);
    var sma = new Sma(6);
    var ema = new Ema(6);
    var adx = new Adx(3);
    var random = new Random(3);
    double[] closes = new double[40];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = 100 + 5 * random.nextDouble();
      var bar =
          new Played(closes[i] + random.nextDouble(), closes[i] - random.nextDouble(), closes[i]);
      features.add(bar);
      rsi.add(bar.close());
      deviation.add(bar.close());
      atr.add(bar.high(), bar.low(), bar.close());
      sma.add(bar.close());
      ema.add(bar.close());
      adx.add(bar.high(), bar.low(), bar.close());
      assertThat(features.isReady()).as("after %d bars", i + 1).isEqualTo(i >= 5);
      if (features.isReady()) {
        assertThat(features.values())
            .containsExactly(
                (float) (closes[i] / closes[i - 2] - 1),
                (float) rsi.value(),
                (float) deviation.zScore(),
                (float) (atr.value() / closes[i]),
                (float) (closes[i] / sma.value() - 1),
                (float) (closes[i] / ema.value() - 1),
                (float) adx.value());
      }
    }
  }

  @Test
  void whatIsNoNumberIsNotShownToAModel() {
    Features features = Features.of("return:1");
    features.add(new Played(0, 0, 0));
    features.add(new Played(1, 1, 1));
    assertThatThrownBy(features::values).hasMessage("return:1 is Infinity");
  }
}
