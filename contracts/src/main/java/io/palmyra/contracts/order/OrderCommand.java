package io.palmyra.contracts.order;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;

/** What stands on {@code orders}. */
public sealed interface OrderCommand extends Message
    permits SubmitOrder, CancelOrder, ReplaceOrder {
  /** Our name of the order. */
  ClientOrderId clientOrderId();

  /** Whose. */
  AccountId account();
}
