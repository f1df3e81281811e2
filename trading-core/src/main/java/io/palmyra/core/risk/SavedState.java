package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.parent.Parent;
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
 * @param parents orders that are worked off in children; when loaded, those that have not ended
 */
public record SavedState(
    Map<InstrumentId, Quantity> positions,
    Map<Holding, Quantity> holdings,
    List<OpenOrder> orders,
    List<DecidedSignal> signals,
    List<AppliedFill> fills,
    List<Parent> parents) {

  /** Nothing stored. */
  public static final SavedState NONE =
      new SavedState(Map.of(), Map.of(), List.of(), List.of(), List.of());

  public SavedState {
    positions = Map.copyOf(positions);
    holdings = Map.copyOf(holdings);
    orders = List.copyOf(orders);
    signals = List.copyOf(signals);
    fills = List.copyOf(fills);
    parents = List.copyOf(parents);
  }

  /** Without orders that are worked off in children. */
  public SavedState(
      Map<InstrumentId, Quantity> positions,
      Map<Holding, Quantity> holdings,
      List<OpenOrder> orders,
      List<DecidedSignal> signals,
      List<AppliedFill> fills) {
    this(positions, holdings, orders, signals, fills, List.of());
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return positions.isEmpty()
        && orders.isEmpty()
        && signals.isEmpty()
        && fills.isEmpty()
        && parents.isEmpty();
  }
}
