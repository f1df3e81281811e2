package io.palmyra.contracts.decision;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Risk let a signal become an order, a cancel or a replacement.
 *
 * @param signalId derived from what caused it
 * @param account for which
 * @param source who proposes
 * @param instrument what
 * @param clientOrderId the order made, canceled or replaced
 * @param order the order made, null for a cancel
 * @param checks each that ran, in order
 * @param used every value used
 */
@WireName("signal-accepted")
public record SignalAccepted(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    ClientOrderId clientOrderId,
    @Nullable OrderDraft order,
    List<CheckResult> checks,
    DecisionInputs used)
    implements SignalDecision {
  public SignalAccepted {
    checks = List.copyOf(checks);
  }
}
