package io.palmyra.contracts.decision;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Risk let a signal become nothing.
 *
 * @param signalId derived from what caused it
 * @param account for which
 * @param source who proposes
 * @param instrument what
 * @param code stable, such as ORDER_VALUE, STALE_PRICE, HALTED, EXPIRED, NO_LIMIT
 * @param detail for people: what was found and what is allowed
 * @param order what it would have been, null where it came to none
 * @param checks each that ran, in order
 * @param used every value used
 */
@WireName("signal-denied")
public record SignalDenied(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    String code,
    String detail,
    @Nullable OrderDraft order,
    List<CheckResult> checks,
    DecisionInputs used)
    implements SignalDecision {
  public SignalDenied {
    checks = List.copyOf(checks);
  }
}
