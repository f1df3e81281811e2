package io.palmyra.contracts.decision;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;

/** What stands on {@code decisions}. Denied is ours; rejected is the venue's. */
public sealed interface Decision extends Message permits SignalDecision, ParentDecision {
  /** The signal decided, or the one from which the parent came. */
  SignalId signalId();

  /** For which account. */
  AccountId account();

  /** What it is about. */
  InstrumentId instrument();
}
