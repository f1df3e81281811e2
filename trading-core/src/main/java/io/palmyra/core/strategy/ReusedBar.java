package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import java.time.Instant;

/** One bar object, filled again and again. */
final class ReusedBar implements Bar {
  private final InstrumentId instrument;
  private Instant closeTime = Instant.EPOCH;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;

  ReusedBar(InstrumentId instrument) {
    this.instrument = instrument;
  }

  ReusedBar fill(BarClosed bar) {
    closeTime = bar.closeTime();
    open = bar.open().toDouble();
    high = bar.high().toDouble();
    low = bar.low().toDouble();
    close = bar.close().toDouble();
    volume = bar.volume().toDouble();
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
    return open;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public double low() {
    return low;
  }

  @Override
  public double close() {
    return close;
  }

  @Override
  public double volume() {
    return volume;
  }
}
