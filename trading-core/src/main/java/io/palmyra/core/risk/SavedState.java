package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import java.util.List;
import java.util.Map;

/**
 * What of a {@link RiskState} is stored, whole when it is loaded, in part when it is written.
 *
 * @param positions signed, by instrument
 * @param holdings signed, by source and instrument
 * @param orders open ones and lately closed ones, oldest first
 * @param signals lately decided ones, oldest first
 * @param fills of those orders
 */
public record SavedState(
    Map<InstrumentId, Quantity> positions,
    Map<Holding, Quantity> holdings,
    List<OpenOrder> orders,
    List<DecidedSignal> signals,
    List<AppliedFill> fills) {

  /** Nothing stored. */
  public static final SavedState NONE =
      new SavedState(Map.of(), Map.of(), List.of(), List.of(), List.of());

  public SavedState {
    positions = Map.copyOf(positions);
    holdings = Map.copyOf(holdings);
    orders = List.copyOf(orders);
    signals = List.copyOf(signals);
    fills = List.copyOf(fills);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return positions.isEmpty() && orders.isEmpty() && signals.isEmpty() && fills.isEmpty();
  }
}
