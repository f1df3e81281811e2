package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what is held and what is open. */
final class Exposures {
  private Exposures() {}

  /** Of one instrument. */
  static Exposure of(InstrumentId instrument, Quantity position, OpenOrders open) {
    return held(position).plus(open.of(instrument));
  }

  /** Of every instrument. */
  static Map<InstrumentId, Exposure> of(
      Map<InstrumentId, Quantity> positions, OpenOrders open, @Nullable OpenOrder without) {
    var exposures = new HashMap<InstrumentId, Exposure>();
    positions.forEach(
        (instrument, position) -> {
          if (position.signum() != 0) {
            exposures.put(instrument, held(position));
          }
        });
    open.addTo(exposures, _ -> true, without);
    return exposures;
  }

  /** Of every instrument of one source. */
  static Map<InstrumentId, Exposure> of(
      SignalSource source,
      Map<Holding, Quantity> holdings,
      OpenOrders open,
      @Nullable OpenOrder without) {
    var exposures = new HashMap<InstrumentId, Exposure>();
    holdings.forEach(
        (holding, quantity) -> {
          if (holding.source().equals(source) && quantity.signum() != 0) {
            exposures.put(holding.instrument(), held(quantity));
          }
        });
    open.addTo(exposures, holding -> holding.source().equals(source), without);
    return exposures;
  }

  private static Exposure held(Quantity position) {
    return new Exposure(position, Quantity.ZERO, Quantity.ZERO, false);
  }
}
