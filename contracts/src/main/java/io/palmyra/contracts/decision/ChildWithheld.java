package io.palmyra.contracts.decision;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import java.util.List;

/**
 * A child of an approved order was due and may not leave; it is tried again until the parent ends.
 * Told once for each run of the same code.
 *
 * @param signalId from which the parent came
 * @param account for which
 * @param source who proposed the parent
 * @param instrument what
 * @param parent the approved order
 * @param slice place among the parent's children, from 0
 * @param code stable, as of a denied signal
 * @param detail for people: what was found and what is allowed
 * @param checks each that ran, in order
 * @param used every value used
 */
@WireName("child-withheld")
public record ChildWithheld(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    ClientOrderId parent,
    int slice,
    String code,
    String detail,
    List<CheckResult> checks,
    DecisionInputs used)
    implements ParentDecision {
  public ChildWithheld {
    checks = List.copyOf(checks);
  }
}
