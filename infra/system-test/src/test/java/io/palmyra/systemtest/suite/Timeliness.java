package io.palmyra.systemtest.suite;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When orders left and were taken up, and whether they might just then. */
final class Timeliness {
  /** How far two readings of the machine's clocks may be apart. */
  private static final Duration READING = Duration.ofMillis(20);

  private final Map<ClientOrderId, SubmitOrder> orders;
  private final List<OrderSubmitted> sent;
  private final List<HaltChanged> halts;
  private final VenueJournal venue;

  /**
   * @param orders what risk ordered
   * @param topics with control among them
   */
  Timeliness(Map<ClientOrderId, SubmitOrder> orders, Recorded topics, VenueJournal venue) {
    this.orders = orders;
    this.sent = topics.bodies(Topic.ORDER_EVENTS, OrderSubmitted.class);
    this.halts = topics.bodies(Topic.CONTROL, HaltChanged.class);
    this.venue = venue;
  }

  /** An order that lay for longer than it may, on a topic or in a process that stood still. */
  Finding nothingLeavesTooOld() {
    return new Finding(
        "no order leaves later than it may after its approval",
        sent.size() + " orders sent",
        sent.stream().map(this::tooOld).flatMap(Optional::stream).toList());
  }

  private Optional<String> tooOld(OrderSubmitted left) {
    SubmitOrder order = orders.get(left.clientOrderId());
    if (order == null) {
      return Optional.empty();
    }
    Duration age = Duration.between(order.approvedAt(), left.at());
    return age.compareTo(order.maximumAge().plus(READING)) > 0
        ? Optional.of(left.clientOrderId() + " left " + age + " after its approval")
        : Optional.empty();
  }

  /**
   * One kind of order may be taken up while halted: one that can only reduce a position and names a
   * halt that holds.
   */
  Finding nothingIsTakenUpWithin(List<Window> windows) {
    var violations = new ArrayList<String>();
    int authorised = 0;
    for (VenueRecord record : venue.records()) {
      if (record.event() instanceof VenueEvent.Accepted accepted) {
        ClientOrderId id = accepted.request().clientOrderId();
        for (Window window : windows) {
          if (window.covers(record.at()) && mayPass(id, accepted, record.at())) {
            authorised++;
          } else if (window.covers(record.at())) {
            violations.add(id + " at " + record.at() + ": " + window.why());
          }
        }
      }
    }
    return new Finding(
        "nothing is taken up while halted, but what reduces in a halt's name",
        windows.size() + " halts, " + authorised + " orders in their name",
        violations);
  }

  private boolean mayPass(ClientOrderId id, VenueEvent.Accepted accepted, Instant at) {
    SubmitOrder order = orders.get(id);
    return order != null
        && order.reduceOnly()
        && accepted.request().reduceOnly()
        && order.authorisedByHalt() != null
        && holds(order.authorisedByHalt(), at);
  }

  /** What was placed may be compacted away by then; what lifted it is not. */
  private boolean holds(String key, Instant at) {
    List<HaltChanged> changes = halts.stream().filter(halt -> halt.key().equals(key)).toList();
    return !changes.isEmpty()
        && changes.stream()
            .noneMatch(halt -> halt.status() == HaltStatus.LIFTED && halt.at().isBefore(at));
  }
}
