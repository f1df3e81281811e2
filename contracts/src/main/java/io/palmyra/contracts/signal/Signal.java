package io.palmyra.contracts.signal;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import java.time.Instant;
import java.util.List;

/** What stands on {@code signals}: proposals, of which none is an order before risk says so. */
public sealed interface Signal extends Message
    permits EntryProposed, OrderRequested, ExitProposed, ReplaceRequested, CancelRequested {
  /** Derived from what caused it. */
  SignalId signalId();

  /** For which. */
  AccountId account();

  /** Who proposes. */
  SignalSource source();

  /** What it is about. */
  InstrumentId instrument();

  /** After which risk denies it as EXPIRED. */
  Instant validUntil();

  /** All that the proposer had seen; empty for people. */
  List<InputOffset> inputs();
}
