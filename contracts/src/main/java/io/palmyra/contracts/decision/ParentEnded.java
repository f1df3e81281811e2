package io.palmyra.contracts.decision;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * An approved order has no open child and gets no more.
 *
 * @param signalId from which it came
 * @param account for which
 * @param source who proposed it
 * @param instrument what
 * @param parent the approved order
 * @param reason FILLED, TIME_OVER, REST_BELOW_MINIMUM, HALTED with the halt's key, or CANCELED with
 *     who did
 * @param quantity of it
 * @param filled by its children together, at most its quantity
 * @param children that were released
 * @param at market time
 */
@WireName("parent-ended")
public record ParentEnded(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    ClientOrderId parent,
    String reason,
    Quantity quantity,
    Quantity filled,
    int children,
    Instant at)
    implements ParentDecision {}
