package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what is held and what is open. */
final class Exposures {
  private Exposures() {}

  /** Of one instrument. */
  static Exposure of(InstrumentId instrument, Quantity position, Collection<OpenOrder> open) {
    Exposure sum = held(position);
    for (OpenOrder order : open) {
      if (order.instrument().equals(instrument)) {
        sum = sum.plus(of(order));
      }
    }
    return sum;
  }

  /** Of every instrument. */
  static Map<InstrumentId, Exposure> of(
      Map<InstrumentId, Quantity> positions,
      Collection<OpenOrder> open,
      @Nullable OpenOrder without) {
    var exposures = new HashMap<InstrumentId, Exposure>();
    positions.forEach(
        (instrument, position) -> {
          if (position.signum() != 0) {
            exposures.put(instrument, held(position));
          }
        });
    for (OpenOrder order : open) {
      add(exposures, order, without);
    }
    return exposures;
  }

  /** Of every instrument of one source. */
  static Map<InstrumentId, Exposure> of(
      SignalSource source,
      Map<Holding, Quantity> holdings,
      Collection<OpenOrder> open,
      @Nullable OpenOrder without) {
    var exposures = new HashMap<InstrumentId, Exposure>();
    holdings.forEach(
        (holding, quantity) -> {
          if (holding.source().equals(source) && quantity.signum() != 0) {
            exposures.put(holding.instrument(), held(quantity));
          }
        });
    for (OpenOrder order : open) {
      if (order.source().equals(source)) {
        add(exposures, order, without);
      }
    }
    return exposures;
  }

  private static void add(
      Map<InstrumentId, Exposure> exposures, OpenOrder order, @Nullable OpenOrder without) {
    if (without == null || !order.id().equals(without.id())) {
      exposures.merge(order.instrument(), of(order), Exposure::plus);
    }
  }

  private static Exposure held(Quantity position) {
    return new Exposure(position, Quantity.ZERO, Quantity.ZERO, false);
  }

  private static Exposure of(OpenOrder order) {
    return new Exposure(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, order.unknown())
        .with(order.side(), order.open());
  }
}
