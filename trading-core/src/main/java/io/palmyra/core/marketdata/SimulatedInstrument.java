package io.palmyra.core.marketdata;

import io.palmyra.contracts.instrument.InstrumentDefined;
import java.util.List;

/**
 * An instrument and how its simulated price behaves.
 *
 * @param definition what it is
 * @param level where its price starts, and to which it is drawn back over an hour or so
 * @param volatility standard deviation of its relative change in one second, in calm and trend
 * @param spreadTicks usual spread, in ticks
 * @param lots usual size on each side, in lots
 * @param factor what it moves with
 * @param loading how much of its moves is the factor's: −1 to 1
 */
public record SimulatedInstrument(
    InstrumentDefined definition,
    double level,
    double volatility,
    int spreadTicks,
    int lots,
    Factor factor,
    double loading) {

  /** What moves several instruments at once. */
  public enum Factor {
    /** Strength of all else against the dollar. */
    DOLLAR,
    /** Palm oil. */
    PALM_OIL,
    /** Appetite for coins. */
    COINS
  }

  /** The simulated market's instruments, each with its behaviour. */
  public static List<SimulatedInstrument> of(List<InstrumentDefined> definitions) {
    return definitions.stream().map(SimulatedInstrument::of).toList();
  }

  private static SimulatedInstrument of(InstrumentDefined it) {
    return switch (it.instrument().symbol()) {
      case "EURUSD" -> new SimulatedInstrument(it, 1.08, 3e-5, 6, 1000, Factor.DOLLAR, 0.8);
      case "GBPUSD" -> new SimulatedInstrument(it, 1.27, 3.5e-5, 9, 700, Factor.DOLLAR, 0.75);
      case "USDJPY" -> new SimulatedInstrument(it, 150, 3.5e-5, 8, 800, Factor.DOLLAR, -0.6);
      case "USDMYR" -> new SimulatedInstrument(it, 4.2, 4e-5, 5, 200, Factor.DOLLAR, -0.5);
      case "FCPO" -> new SimulatedInstrument(it, 3900, 1.4e-4, 1, 12, Factor.PALM_OIL, 0.9);
      case "BTCUSD" -> new SimulatedInstrument(it, 65_000, 1e-4, 200, 4000, Factor.COINS, 0.85);
      case "ETHUSD" -> new SimulatedInstrument(it, 3_200, 1.3e-4, 20, 6000, Factor.COINS, 0.8);
      default ->
          throw new IllegalArgumentException(it.instrument() + " is not of the simulated market");
    };
  }
}
