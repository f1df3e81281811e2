package io.palmyra.core.marketdata;

/** The moods of a simulated market; each lasts some seconds, then another follows. */
enum Regime {
  /** Small moves around the spot. */
  CALM(18, 0.6, 0, 1, 0.7),
  /** Steady moves one way. */
  TREND(22, 0.8, 0.55, 1, 1),
  /** Wild moves and wide spreads. */
  VOLATILE(8, 2.2, 0, 1.8, 1.7);

  /** How long it lasts on average. */
  final double meanSeconds;

  /** Factor on the volatility. */
  final double volatility;

  /** Drift a second, in units of the second's volatility. */
  final double drift;

  /** Factor on the spread. */
  final double spread;

  /** Factor on the number of ticks. */
  final double activity;

  Regime(double meanSeconds, double volatility, double drift, double spread, double activity) {
    this.meanSeconds = meanSeconds;
    this.volatility = volatility;
    this.drift = drift;
    this.spread = spread;
    this.activity = activity;
  }

  /** The regime that follows; trends come as often as the two others together. */
  Regime next(SeededRandom random) {
    double draw = random.uniform();
    return switch (this) {
      case CALM -> draw < 0.75 ? TREND : VOLATILE;
      case TREND -> draw < 0.35 ? TREND : draw < 0.8 ? CALM : VOLATILE;
      case VOLATILE -> draw < 0.6 ? TREND : CALM;
    };
  }
}
