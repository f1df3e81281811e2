package io.palmyra.marketdata.application;

import io.palmyra.contracts.instrument.InstrumentDefined;
import java.util.List;

/**
 * A source of ticks. One is chosen by settings.
 *
 * <p>It calls its listener from one thread of its own, between {@link #start} and the return of
 * {@link #stop}, and ends with {@code finished} or {@code failed} at most once.
 */
public interface MarketDataProvider {
  /** Its name in settings, ticks and reports. */
  String name();

  /** What it quotes; known before it starts. */
  List<InstrumentDefined> instruments();

  /** Begins to deliver; returns at once. Called once. */
  void start(MarketDataListener listener);

  /**
   * Ends delivery; after the return nothing more comes. May be called without a start, or twice.
   */
  void stop();
}
