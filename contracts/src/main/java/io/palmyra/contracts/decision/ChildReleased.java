package io.palmyra.contracts.decision;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import java.util.List;

/**
 * A child of an approved order left for execution.
 *
 * @param signalId from which the parent came
 * @param account for which
 * @param source who proposed the parent
 * @param instrument what
 * @param parent the approved order
 * @param slice place among the parent's children, from 0
 * @param order the child
 * @param rest what of the parent is neither filled nor in an open child, this one included; 0 or
 *     more
 * @param checks each that ran, in order
 * @param used every value used
 */
@WireName("child-released")
public record ChildReleased(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    ClientOrderId parent,
    int slice,
    OrderDraft order,
    Quantity rest,
    List<CheckResult> checks,
    DecisionInputs used)
    implements ParentDecision {
  public ChildReleased {
    checks = List.copyOf(checks);
  }
}
