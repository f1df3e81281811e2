package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.core.strategy.Bar;
import java.time.Instant;

/** One bar after the other as strategies see it: the same doubles as of a bar from its topic. */
final class PlayedBar implements Bar {
  private final Bars bars;
  private final InstrumentId instrument;
  private final double priceUnits;
  private final double volumeUnits;
  private int number;
  private Instant closeTime = Instant.EPOCH;

  PlayedBar(Bars bars, InstrumentId instrument) {
    this.bars = bars;
    this.instrument = instrument;
    this.priceUnits = FixedPoint.powerOfTen(bars.priceScale());
    this.volumeUnits = FixedPoint.powerOfTen(bars.volumeScale());
  }

  PlayedBar at(int bar, Instant closes) {
    number = bar;
    closeTime = closes;
    return this;
  }

  @Override
  public InstrumentId instrument() {
    return instrument;
  }

  @Override
  public Instant closeTime() {
    return closeTime;
  }

  @Override
  public double open() {
    return bars.open(number) / priceUnits;
  }

  @Override
  public double high() {
    return bars.high(number) / priceUnits;
  }

  @Override
  public double low() {
    return bars.low(number) / priceUnits;
  }

  @Override
  public double close() {
    return bars.close(number) / priceUnits;
  }

  @Override
  public double volume() {
    return bars.volume(number) / volumeUnits;
  }
}
