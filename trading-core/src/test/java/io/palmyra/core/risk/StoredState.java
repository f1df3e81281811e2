package io.palmyra.core.risk;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.parent.Parent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stands for the database: rows by key. */
final class StoredState {
  private final Map<InstrumentId, Quantity> positions = new HashMap<>();
  private final Map<Holding, Quantity> holdings = new HashMap<>();
  private final Map<ClientOrderId, OpenOrder> orders = new LinkedHashMap<>();
  private final Map<SignalId, DecidedSignal> signals = new LinkedHashMap<>();
  private final Map<FillId, AppliedFill> fills = new LinkedHashMap<>();
  private final Map<ClientOrderId, Parent> parents = new LinkedHashMap<>();

  void take(SavedState changes) {
    positions.putAll(changes.positions());
    holdings.putAll(changes.holdings());
    changes.orders().forEach(order -> orders.put(order.id(), order));
    changes.signals().forEach(signal -> signals.put(signal.signalId(), signal));
    changes.fills().forEach(fill -> fills.put(fill.fillId(), fill));
    changes.parents().forEach(parent -> parents.put(parent.id(), parent));
  }

  RiskState loaded() {
    var state =
        new RiskState(
            RiskWorld.PAPER,
            RiskWorld.USD,
            new SavedState(
                positions,
                holdings,
                List.copyOf(orders.values()),
                List.copyOf(signals.values()),
                List.copyOf(fills.values()),
                parents.values().stream().filter(parent -> !parent.ended()).toList()));
    state.equity(Money.of("100000", RiskWorld.USD));
    return state;
  }
}
