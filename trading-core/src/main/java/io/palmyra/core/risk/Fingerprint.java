package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.SignalSource;
import java.util.Objects;

/** Tells an order by what it would do: text that only the same order of the same source has. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(SignalSource source, OrderDraft draft) {
    return String.join(
        "|",
        source.value(),
        draft.instrument().value(),
        draft.side().name(),
        draft.type().name(),
        draft.quantity().toString(),
        Objects.toString(draft.limitPrice()),
        Objects.toString(draft.stopPrice()),
        Objects.toString(draft.trailingOffset()),
        draft.timeInForce().name(),
        Boolean.toString(draft.reduceOnly()));
  }
}
