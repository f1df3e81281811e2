package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * New values that an order may have at the venue already, or may yet get; durable before the venue
 * hears of them.
 *
 * @param newId name of the order with them
 * @param quantity total
 * @param limitPrice limit, null if it has none
 * @param stopPrice stop, null if it has none
 */
public record Replacement(
    ClientOrderId newId, Quantity quantity, @Nullable Price limitPrice, @Nullable Price stopPrice) {

  /** What a command makes of an order. */
  static Replacement of(ReplaceOrder command, SubmitOrder order) {
    Quantity quantity = command.quantity();
    Price limit = command.limitPrice();
    Price stop = command.stopPrice();
    return new Replacement(
        command.newClientOrderId(),
        quantity == null ? order.quantity() : quantity,
        limit == null ? order.limitPrice() : limit,
        stop == null ? order.stopPrice() : stop);
  }

  /** The order with its new name and values. */
  SubmitOrder over(SubmitOrder order, Duration maximumAge) {
    return new SubmitOrder(
        newId,
        order.account(),
        order.signalId(),
        order.source(),
        order.instrument(),
        order.side(),
        order.type(),
        quantity,
        limitPrice,
        stopPrice,
        order.trailingOffset(),
        order.timeInForce(),
        order.reduceOnly(),
        order.authorisedByHalt(),
        order.parent(),
        order.approvedAt(),
        maximumAge);
  }

  /** The venue's word that it has taken them. */
  VenueNotice.Replaced taken(ClientOrderId order) {
    return new VenueNotice.Replaced(order, 0, newId, quantity, limitPrice, stopPrice);
  }
}
