package io.palmyra.contracts.order;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;

/**
 * Cancel this order; if it has not come yet, refuse it when it comes.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param reason stable code or a person's words
 */
@WireName("cancel-order")
public record CancelOrder(ClientOrderId clientOrderId, AccountId account, String reason)
    implements OrderCommand {}
