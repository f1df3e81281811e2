package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.ReplaceOrder;

/** What is to be sent to a venue. */
sealed interface Outgoing {
  /** A durable order. */
  record Submit(ClientOrderId id) implements Outgoing {}

  /** A cancel. */
  record Cancel(ClientOrderId id, String reason) implements Outgoing {}

  /** New values, read at a monotonic time. */
  record Replace(ReplaceOrder command, long receivedNanos) implements Outgoing {}
}
