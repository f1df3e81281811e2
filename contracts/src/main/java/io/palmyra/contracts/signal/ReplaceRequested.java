package io.palmyra.contracts.signal;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New values for a working order.
 *
 * @param signalId derived from what caused it
 * @param account for which
 * @param source who proposes
 * @param instrument of the order
 * @param clientOrderId which order
 * @param quantity new total, null to keep
 * @param limitPrice new limit, null to keep
 * @param stopPrice new stop, null to keep
 * @param validUntil after which risk denies it as EXPIRED
 * @param inputs all that the proposer had seen; empty for people
 */
@WireName("replace-requested")
public record ReplaceRequested(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    ClientOrderId clientOrderId,
    @Nullable Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    Instant validUntil,
    List<InputOffset> inputs)
    implements Signal {
  public ReplaceRequested {
    inputs = List.copyOf(inputs);
  }
}
