package io.palmyra.core.marketdata;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.util.List;

/**
 * The price of one simulated instrument: a random walk with regimes, shared shocks and bursts,
 * drawn back to its level; and the quotes around it, exact on the tick grid.
 */
final class SimulatedPrice {
  private static final double PULL_A_SECOND = 1 / 1800.0;
  private static final double BURST_DRIFT = 2.5;
  private static final double JITTER = 0.15;

  private final SimulatedInstrument model;
  private final InstrumentId id;
  private final Sessions sessions;
  private final int scale;
  private final long tick;
  private final double tickValue;
  private final double own;
  private double price;
  private double level;
  private Regime regime = Regime.CALM;
  private int trend = 1;

  /**
   * @param price where it starts
   */
  SimulatedPrice(SimulatedInstrument model, double price) {
    InstrumentDefined definition = model.definition();
    this.model = model;
    this.id = definition.instrument();
    this.sessions = new Sessions(definition.calendar());
    this.scale = definition.priceScale();
    this.tick = definition.tickSize().atScale(scale).mantissa();
    this.tickValue = (double) tick / FixedPoint.powerOfTen(scale);
    this.own = StrictMath.sqrt(1 - model.loading() * model.loading());
    this.price = price;
    this.level = model.level();
  }

  SimulatedInstrument.Factor factor() {
    return model.factor();
  }

  /** Moves on by one beat. */
  void beat(SeededRandom random, FactorState common, double seconds, double rootSeconds) {
    if (random.uniform() < seconds / regime.meanSeconds) {
      regime = regime.next(random);
      trend = random.uniform() < 0.5 ? -1 : 1;
    }
    double shock = model.loading() * common.shock() + own * random.gaussian();
    double drift =
        regime.drift * trend
            + BURST_DRIFT * common.burst() * common.direction() * Math.signum(model.loading());
    double pull = (level - price) / price * PULL_A_SECOND;
    price *=
        1
            + model.volatility() * (regime.volatility * shock * rootSeconds + drift * seconds)
            + pull * seconds;
  }

  /**
   * Adds the ticks of one beat, in order of time.
   *
   * @param expected how many ticks a beat has on average
   */
  void quote(
      SeededRandom random,
      FactorState common,
      long beatStart,
      long beatMillis,
      double expected,
      List<QuoteTick> into) {
    double mean = expected * regime.activity * (1 + 2 * common.burst());
    int count = (int) (mean + random.uniform());
    for (int i = 0; i < count; i++) {
      long offset = (long) ((i + random.uniform()) / count * beatMillis);
      double noise = JITTER * model.volatility() * random.gaussian();
      double widening = regime.spread * (1 + 1.5 * common.burst()) * (0.75 + random.uniform() / 2);
      long spread = Math.max(1, Math.round(model.spreadTicks() * widening));
      long bid =
          Math.max(
              1, (long) StrictMath.floor(price * (1 + noise) / tickValue - spread / 2.0 + 0.5));
      long time = beatStart + offset * 1_000_000;
      Quantity bidSize = size(random);
      Quantity askSize = size(random);
      if (sessions.isOpen(time)) {
        into.add(
            new QuoteTick(
                id,
                new Price(bid * tick, scale),
                new Price((bid + spread) * tick, scale),
                bidSize,
                askSize,
                EpochNanos.toInstant(time),
                SimulatedMarket.PROVIDER));
      }
    }
  }

  private Quantity size(SeededRandom random) {
    Quantity lot = model.definition().lotSize();
    long lots = Math.max(1, (long) (model.lots() * (0.3 + 1.4 * random.uniform())));
    return new Quantity(lot.mantissa() * lots, lot.scale());
  }
}
