package io.palmyra.contracts.decision;

import io.palmyra.contracts.id.ClientOrderId;

/** What was decided of an approved order that is worked off in children. */
public sealed interface ParentDecision extends Decision
    permits ChildReleased, ChildWithheld, ParentEnded {
  /** The approved order. */
  ClientOrderId parent();
}
