package io.palmyra.execution.simulation;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueOrderStatus;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.execution.application.Order;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Watches every step, and breaks the run at the first thing that must not happen. */
final class Oracle {
  private static final Duration STALE_AFTER = ExecutionProcess.STALE_AFTER;

  private final World world;
  private final Map<SignalId, ClientOrderId> arrived = new HashMap<>();
  private final Map<ClientOrderId, Set<ClientOrderId>> children = new HashMap<>();
  private final Set<ClientOrderId> sent = new HashSet<>();
  private boolean resting;
  private long venueEpoch;
  private int fills;

  Oracle(World world) {
    this.world = world;
  }

  /** Looks at nothing from now on, where only the venue is tried. */
  void rest() {
    resting = true;
  }

  /** Right before the bytes leave. */
  void aboutToSend(SubmitOrder order, ExecutionProcess by) {
    if (resting) {
      return;
    }
    Optional<Order> durable = world.orders().find(order.clientOrderId());
    if (durable.isEmpty()) {
      throw new Violation(by.name() + " sends " + order.clientOrderId() + ", which is not durable");
    }
    if (!(durable.get().state() instanceof OrderState.Pending)) {
      throw new Violation(
          by.name()
              + " sends "
              + order.clientOrderId()
              + ", which is "
              + durable.get().state().code());
    }
    Duration age = Duration.between(order.approvedAt(), world.clock().instant());
    if (age.compareTo(order.maximumAge()) > 0) {
      throw new Violation(
          by.name() + " sends " + order.clientOrderId() + ", approved " + age + " before");
    }
    ControlReader read = by.control();
    if (world.clock().nanos() - read.readNanos() > STALE_AFTER.toNanos()) {
      throw new Violation(by.name() + " sends without knowing what control says");
    }
    Optional<HaltChanged> halt = world.control().forbidding(order, read.position());
    if (halt.isPresent()) {
      throw new Violation(
          by.name() + " sends " + order.clientOrderId() + " under " + halt.get().key());
    }
    if (!order.reduceOnly() && world.orders().unknownIn(order.instrument())) {
      throw new Violation(
          by.name() + " adds exposure beside an order of unknown fate: " + order.clientOrderId());
    }
    sent.add(order.clientOrderId());
  }

  /** An order arrives at the venue. */
  void arrives(SubmitOrder order) {
    if (resting) {
      return;
    }
    if (!sent.contains(order.clientOrderId())) {
      throw new Violation("order " + order.clientOrderId() + " arrives, and nobody sent it");
    }
    if (order.parent() != null) {
      arrivesOf(order.parent(), order);
      return;
    }
    ClientOrderId first = arrived.putIfAbsent(order.signalId(), order.clientOrderId());
    if (first != null) {
      throw new Violation("signal " + order.signalId() + " arrives at the venue twice");
    }
  }

  /** What children hold and have filled at the venue is never more than what was approved. */
  private void arrivesOf(ClientOrderId parent, SubmitOrder child) {
    Set<ClientOrderId> siblings = children.computeIfAbsent(parent, _ -> new HashSet<>());
    Quantity taken = child.quantity();
    for (ClientOrderId sibling : siblings) {
      taken =
          taken.plus(world.venue().books().order(sibling).map(Oracle::taken).orElse(Quantity.ZERO));
    }
    if (!siblings.add(child.clientOrderId())) {
      throw new Violation("child " + child.clientOrderId() + " arrives at the venue twice");
    }
    Parent approved =
        world.risk().saved().parents().stream()
            .filter(each -> each.id().equals(parent))
            .findFirst()
            .orElseThrow(() -> new Violation("child of " + parent + " arrives after its end"));
    if (taken.compareTo(approved.draft().quantity()) > 0) {
      throw new Violation("children of " + parent + " take " + taken);
    }
  }

  private static Quantity taken(VenueOrder child) {
    return child.status() == VenueOrderStatus.WORKING
        ? child.request().quantity()
        : child.cumulativeQuantity();
  }

  /** Something stands in the venue's books. */
  void happened(VenueRecord record) {
    switch (record.event()) {
      case VenueEvent.LoggedOn logOn -> {
        if (logOn.epoch() < venueEpoch) {
          throw new Violation("epoch " + logOn.epoch() + " after " + venueEpoch);
        }
        venueEpoch = logOn.epoch();
      }
      case VenueEvent.Executed _ -> fills++;
      case VenueEvent.Opened _,
          VenueEvent.Accepted _,
          VenueEvent.Refused _,
          VenueEvent.StopTrailed _,
          VenueEvent.StopMet _,
          VenueEvent.Canceled _,
          VenueEvent.Busted _,
          VenueEvent.Expired _,
          VenueEvent.Replaced _ -> {}
    }
  }

  /** A halt of the account was asked for. */
  void haltAsked(String code, String detail) {
    if (!code.equals("CONTROL_STALE")) {
      throw new Violation("a halt was asked for without cause: " + code + ": " + detail);
    }
  }

  int fills() {
    return fills;
  }
}
