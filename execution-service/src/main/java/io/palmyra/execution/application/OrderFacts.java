package io.palmyra.execution.application;

import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.core.execution.Progress;
import java.time.Instant;

/** Makes the messages that tell of an order. */
final class OrderFacts {
  private OrderFacts() {}

  static OrderFilled filled(
      SubmitOrder order, VenueNotice.Filled fill, FillId id, Progress after, Instant at) {
    return new OrderFilled(
        order.clientOrderId(),
        order.account(),
        order.instrument(),
        at,
        fill.venueOrderId(),
        order.signalId(),
        order.source(),
        order.side(),
        id,
        fill.executionId(),
        fill.lastQuantity(),
        fill.lastPrice(),
        after.cumulative(),
        after.leaves(),
        fill.fee(),
        fill.liquidity(),
        fill.venueTime());
  }

  static FillRecorded recorded(OrderFilled filled, VenueId venue) {
    return new FillRecorded(
        filled.clientOrderId(),
        filled.account(),
        filled.instrument(),
        filled.signalId(),
        filled.source(),
        venue,
        filled.side(),
        filled.fillId(),
        filled.executionId(),
        filled.lastQuantity(),
        filled.lastPrice(),
        filled.cumulativeQuantity(),
        filled.leavesQuantity(),
        filled.fee(),
        filled.liquidity(),
        filled.venueTime());
  }
}
