package io.palmyra.core.venue;

import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue has it.
 *
 * @param venueOrderId the venue's name of it
 * @param request as it holds now, replaced values included
 * @param status where it stands
 * @param cumulativeQuantity filled so far
 * @param stop price at which the market meets it: of a trailing stop, where it has come to so far,
 *     null before its first tick; null for orders without one
 * @param triggered whether its stop price was met; true for orders without one
 * @param reason why it was refused, canceled or expired; empty otherwise
 */
public record VenueOrder(
    VenueOrderId venueOrderId,
    VenueOrderRequest request,
    VenueOrderStatus status,
    Quantity cumulativeQuantity,
    @Nullable Price stop,
    boolean triggered,
    String reason) {

  static VenueOrder of(VenueOrderId id, VenueOrderRequest request, VenueOrderStatus status) {
    return new VenueOrder(
        id,
        request,
        status,
        new Quantity(0, request.quantity().scale()),
        request.stopPrice(),
        request.type() == OrderType.MARKET || request.type() == OrderType.LIMIT,
        "");
  }

  /** What is still open. */
  public Quantity leavesQuantity() {
    return request.quantity().minus(cumulativeQuantity);
  }

  VenueOrder filled(Quantity quantity) {
    Quantity cumulative = cumulativeQuantity.plus(quantity);
    boolean whole = cumulative.compareTo(request.quantity()) >= 0;
    return new VenueOrder(
        venueOrderId,
        request,
        whole ? VenueOrderStatus.FILLED : status,
        cumulative,
        stop,
        triggered,
        reason);
  }

  VenueOrder ended(VenueOrderStatus end, String why) {
    return new VenueOrder(venueOrderId, request, end, cumulativeQuantity, stop, triggered, why);
  }

  VenueOrder withStopMet() {
    return new VenueOrder(venueOrderId, request, status, cumulativeQuantity, stop, true, reason);
  }

  VenueOrder withStop(Price trailed) {
    return new VenueOrder(
        venueOrderId, request, status, cumulativeQuantity, trailed, triggered, reason);
  }

  VenueOrder replacedBy(VenueOrderRequest values) {
    Price now = values.trailingOffset() == null ? values.stopPrice() : stop;
    return new VenueOrder(venueOrderId, values, status, cumulativeQuantity, now, triggered, reason);
  }
}
