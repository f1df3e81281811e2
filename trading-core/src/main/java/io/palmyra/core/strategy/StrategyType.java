package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;

/** A type of strategy: describes itself and makes instances. Stateless, any thread. */
public interface StrategyType {
  /** What it is and takes. */
  StrategyDescriptor descriptor();

  /**
   * A fresh strategy that has seen nothing.
   *
   * @param parameters accepted by the descriptor
   * @param instrument which it trades
   */
  Strategy create(Parameters parameters, InstrumentId instrument);
}
