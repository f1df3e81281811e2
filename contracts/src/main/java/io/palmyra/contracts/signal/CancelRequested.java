package io.palmyra.contracts.signal;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import java.time.Instant;
import java.util.List;

/**
 * A working order that its proposer wants gone.
 *
 * @param signalId derived from what caused it
 * @param account for which
 * @param source who proposes
 * @param instrument of the order
 * @param clientOrderId which order
 * @param validUntil after which risk denies it as EXPIRED
 * @param inputs all that the proposer had seen; empty for people
 */
@WireName("cancel-requested")
public record CancelRequested(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    ClientOrderId clientOrderId,
    Instant validUntil,
    List<InputOffset> inputs)
    implements Signal {
  public CancelRequested {
    inputs = List.copyOf(inputs);
  }
}
