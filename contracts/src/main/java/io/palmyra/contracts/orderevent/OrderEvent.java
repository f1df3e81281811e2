package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;

/** What happened to one order. */
public sealed interface OrderEvent extends OrderEventMessage
    permits OrderPending,
        OrderDenied,
        OrderSubmitted,
        OrderAccepted,
        OrderRejected,
        OrderFilled,
        OrderPendingCancel,
        OrderCanceled,
        OrderCancelRejected,
        OrderReplaced,
        OrderReplaceRejected,
        OrderExpired,
        OrderUnknown,
        FillCorrected,
        IllegalOrderEvent {
  /** Our name of the order. */
  ClientOrderId clientOrderId();

  /** What it trades. */
  InstrumentId instrument();
}
