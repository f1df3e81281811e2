package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.ReplaceOrder;

/** What is to be sent to a venue. */
sealed interface Outgoing {
  /** A durable order. */
  record Submit(ClientOrderId id) implements Outgoing {}

  /** A cancel. */
  record Cancel(ClientOrderId id, String reason) implements Outgoing {}

  /** The venue would not cancel an order: nobody asks again. */
  record CancelRefused(ClientOrderId id) implements Outgoing {}

  /** New values for a working order, durable, whose age counts from a monotonic time. */
  record Replace(ReplaceOrder command, long agedFromNanos) implements Outgoing {}

  /** An order goes on under another name: a cancel that was asked for means that one now. */
  record Renamed(ClientOrderId id, ClientOrderId newId) implements Outgoing {}
}
