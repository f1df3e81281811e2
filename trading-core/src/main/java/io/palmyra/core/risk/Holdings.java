package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each source holds, by its own fills and by what services closed of it. */
final class Holdings {
  private final Map<Holding, Quantity> holdings = new HashMap<>();
  private final Set<Holding> changed = new LinkedHashSet<>();

  Holdings(Map<Holding, Quantity> saved) {
    holdings.putAll(saved);
  }

  /** All of them. A view. */
  Map<Holding, Quantity> all() {
    return holdings;
  }

  /** Takes a change of a position; what a service closes is taken from the sources that held it. */
  void move(InstrumentId instrument, SignalSource source, Quantity signed) {
    Quantity rest = source.isService() ? takenFromOthers(instrument, signed) : signed;
    add(new Holding(source, instrument), rest);
  }

  /** What has changed since the last call. */
  Map<Holding, Quantity> takeChanges() {
    var now = new HashMap<Holding, Quantity>();
    changed.forEach(holding -> now.put(holding, held(holding)));
    changed.clear();
    return now;
  }

  /** Lets holdings on the other side come nearer to zero; gives what none of them could take. */
  private Quantity takenFromOthers(InstrumentId instrument, Quantity signed) {
    List<Holding> others =
        holdings.entrySet().stream()
            .filter(entry -> entry.getKey().instrument().equals(instrument))
            .filter(entry -> entry.getValue().signum() == -signed.signum())
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(holding -> holding.source().value()))
            .toList();
    Quantity rest = signed;
    for (Holding other : others) {
      Quantity part = held(other).abs().min(rest.abs());
      Quantity moved = signed.signum() > 0 ? part : part.negate();
      add(other, moved);
      rest = rest.minus(moved);
    }
    return rest;
  }

  private void add(Holding holding, Quantity signed) {
    if (signed.signum() != 0) {
      holdings.put(holding, held(holding).plus(signed));
      changed.add(holding);
    }
  }

  private Quantity held(Holding holding) {
    return holdings.getOrDefault(holding, Quantity.ZERO);
  }
}
