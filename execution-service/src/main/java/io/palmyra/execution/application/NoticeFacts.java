package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.orderevent.OrderAccepted;
import io.palmyra.contracts.orderevent.OrderCancelRejected;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderReplaceRejected;
import io.palmyra.contracts.orderevent.OrderReplaced;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.execution.LifeEvent;
import java.time.Instant;

/** What a notice of the venue means for an order's life, and how we tell it. */
final class NoticeFacts {
  private NoticeFacts() {}

  /**
   * @throws IllegalArgumentException for a fill, whose id is ours to give
   */
  static LifeEvent lifeEvent(VenueNotice notice) {
    return switch (notice) {
      case VenueNotice.Accepted _ -> new LifeEvent.Accepted();
      case VenueNotice.Rejected _ -> new LifeEvent.Refused();
      case VenueNotice.Canceled _ -> new LifeEvent.CanceledByVenue();
      case VenueNotice.CancelRejected _ -> new LifeEvent.CancelRefused();
      case VenueNotice.Replaced replaced -> new LifeEvent.Replaced(replaced.quantity());
      case VenueNotice.ReplaceRejected _ -> new LifeEvent.ReplaceRefused();
      case VenueNotice.Expired _ -> new LifeEvent.ExpiredAtVenue();
      case VenueNotice.OfFill _ -> throw notHere();
    };
  }

  /**
   * @param order as it stands after the notice
   * @throws IllegalArgumentException for a fill, which is told on two topics
   */
  static OrderEvent orderEvent(VenueNotice notice, Order order, Instant at) {
    ClientOrderId id = order.id();
    AccountId account = order.command().account();
    InstrumentId instrument = order.command().instrument();
    Quantity filled = order.state().progress().cumulative();
    return switch (notice) {
      case VenueNotice.Accepted told ->
          new OrderAccepted(id, account, instrument, at, told.venueOrderId());
      case VenueNotice.Rejected told ->
          new OrderRejected(id, account, instrument, at, told.code(), told.detail());
      case VenueNotice.Canceled told ->
          new OrderCanceled(id, account, instrument, at, filled, told.reason());
      case VenueNotice.CancelRejected told ->
          new OrderCancelRejected(id, account, instrument, at, told.code(), told.detail());
      case VenueNotice.Replaced told ->
          new OrderReplaced(
              id,
              account,
              instrument,
              at,
              told.newClientOrderId(),
              told.quantity(),
              told.limitPrice(),
              told.stopPrice());
      case VenueNotice.ReplaceRejected told ->
          new OrderReplaceRejected(id, account, instrument, at, told.code(), told.detail());
      case VenueNotice.Expired _ -> new OrderExpired(id, account, instrument, at, filled);
      case VenueNotice.OfFill _ -> throw notHere();
    };
  }

  private static IllegalArgumentException notHere() {
    return new IllegalArgumentException("fills are told by OrderFacts");
  }
}
