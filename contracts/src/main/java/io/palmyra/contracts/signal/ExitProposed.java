package io.palmyra.contracts.signal;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import java.time.Instant;
import java.util.List;

/**
 * A position to close, whatever its size is when risk decides.
 *
 * @param signalId derived from what caused it
 * @param account for which
 * @param source who proposes
 * @param instrument what
 * @param reason stable code, such as CROSS or STOP
 * @param validUntil after which risk denies it as EXPIRED
 * @param inputs all that the proposer had seen; empty for people
 */
@WireName("exit-proposed")
public record ExitProposed(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    String reason,
    Instant validUntil,
    List<InputOffset> inputs)
    implements Signal {
  public ExitProposed {
    inputs = List.copyOf(inputs);
  }
}
