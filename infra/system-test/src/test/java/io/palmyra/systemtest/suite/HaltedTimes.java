package io.palmyra.systemtest.suite;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the venue took up while halted. One kind of order may be: one that can only reduce a
 * position and names a halt that holds.
 */
final class HaltedTimes {
  private final Map<ClientOrderId, SubmitOrder> orders;
  private final List<HaltChanged> halts;
  private final VenueJournal venue;

  /**
   * @param orders what risk ordered
   * @param topics with control among them
   */
  HaltedTimes(Map<ClientOrderId, SubmitOrder> orders, Recorded topics, VenueJournal venue) {
    this.orders = orders;
    this.halts = topics.bodies(Topic.CONTROL, HaltChanged.class);
    this.venue = venue;
  }

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
