package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.orderevent.OrderAccepted;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.value.Quantity;

/** A child as the venue has it, in lots of 1,000, and what execution may tell of it. */
final class ChildAtVenue {
  private static final long LOT = 1000;

  final OpenOrder order;
  final long quantity;
  long filled;
  boolean over;

  ChildAtVenue(OpenOrder order) {
    this.order = order;
    this.quantity = lots(order.draft().quantity());
  }

  static long lots(Quantity quantity) {
    assertThat(quantity.isMultipleOf(Quantity.of("1000"))).isTrue();
    return quantity.atScale(0).mantissa() / LOT;
  }

  long taken() {
    return over ? filled : quantity;
  }

  OrderEvent accepted() {
    return new OrderAccepted(
        order.id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, new VenueOrderId("v1"));
  }

  OrderEvent unknown() {
    return new OrderUnknown(order.id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, "");
  }

  OrderEvent canceled() {
    return new OrderCanceled(
        order.id(),
        RiskWorld.PAPER,
        RiskWorld.EURUSD,
        RiskWorld.NOON,
        new Quantity(filled * LOT, 0),
        "asked");
  }

  OrderEvent expired() {
    return new OrderExpired(
        order.id(),
        RiskWorld.PAPER,
        RiskWorld.EURUSD,
        RiskWorld.NOON,
        new Quantity(filled * LOT, 0));
  }

  OrderEvent refused(boolean byUs) {
    return byUs
        ? new OrderDenied(
            order.id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, "HALTED", "")
        : new OrderRejected(
            order.id(), RiskWorld.PAPER, RiskWorld.EURUSD, RiskWorld.NOON, "NO", "");
  }
}
