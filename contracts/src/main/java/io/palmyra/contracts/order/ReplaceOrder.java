package io.palmyra.contracts.order;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Give a working order new values.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param newClientOrderId name of the order from then on
 * @param signalId what it came from
 * @param quantity new total, null to keep
 * @param limitPrice new limit, null to keep
 * @param stopPrice new stop, null to keep
 * @param maximumAge after which, since it was approved, it is not sent any more
 * @param approvedAt when risk decided, in wall time; null if an earlier release did
 */
@WireName("replace-order")
public record ReplaceOrder(
    ClientOrderId clientOrderId,
    AccountId account,
    ClientOrderId newClientOrderId,
    SignalId signalId,
    @Nullable Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    Duration maximumAge,
    @Nullable Instant approvedAt)
    implements OrderCommand {}
