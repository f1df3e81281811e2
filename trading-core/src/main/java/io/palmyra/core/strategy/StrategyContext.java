package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy may know besides its input: a view of the moment of the call, valid during it
 * only.
 */
public interface StrategyContext {
  /** Time of the newest market input. */
  Instant marketTime();

  /** What the strategy's own fills came to, signed. */
  Quantity position(InstrumentId instrument);

  /** Whether a proposal of the strategy or an order made of one is still under way. */
  boolean isUnderWay(InstrumentId instrument);

  /** The instrument's terms, null while they are not known. */
  @Nullable InstrumentDefined definition(InstrumentId instrument);
}
