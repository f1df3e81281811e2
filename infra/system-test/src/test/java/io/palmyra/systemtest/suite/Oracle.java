package io.palmyra.systemtest.suite;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDecision;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.FillCorrected;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.DecisionReplay;
import io.palmyra.core.venue.VenueEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a run by what stands on the topics and in the venue's journal: each order once, each fill
 * once, nothing taken up while halted, nothing lost.
 */
public final class Oracle {
  private static final List<Topic> READ =
      List.of(
          Topic.SIGNALS,
          Topic.DECISIONS,
          Topic.ORDERS,
          Topic.ORDER_EVENTS,
          Topic.FILLS,
          Topic.ACCOUNT_EVENTS,
          Topic.CONTROL);

  private static final VenueId VENUE = new VenueId("SIMULATED");
  private static final AccountId ACCOUNT = new AccountId("paper");

  private final Recorded topics;
  private final VenueJournal venue;

  /** Over a run that is at rest. */
  public Oracle(Everything everything, VenueJournal venue) {
    this(Recorded.read(everything, READ), venue);
  }

  Oracle(Recorded topics, VenueJournal venue) {
    this.topics = topics;
    this.venue = venue;
  }

  /** All that needs nothing but topics and journal. */
  public List<Finding> all() {
    return List.of(
        eachSignalIsDecidedOnce(),
        nothingIsSentThatWasNotOrdered(),
        noOrderIsSentTwice(),
        timeliness().nothingLeavesTooOld(),
        noOrderIsTakenUpTwice(),
        epochsOnlyGrow(),
        fillsAreTheVenues(),
        fillsAreBookedOnce(),
        fillsAreTakenBackOnce(),
        noOrderIsFilledBeyondItsQuantity(),
        sequencesAreGapless(),
        thereAreNoDeadLetters());
  }

  Finding eachSignalIsDecidedOnce() {
    List<SignalDecision> decisions = topics.bodies(Topic.DECISIONS, SignalDecision.class);
    return finding(
        "each signal is decided once",
        decisions.size() + " decisions",
        repeated(decisions, SignalDecision::signalId));
  }

  /** Risk's decisions follow from what their records say that they read. */
  public Finding decisionsCanBeMadeAgain() {
    List<Decision> decisions = topics.bodies(Topic.DECISIONS, Decision.class);
    return finding(
        "each decision can be made again from its record",
        decisions.size() + " decisions",
        decisions.stream().flatMap(Oracle::otherwise).toList());
  }

  private static Stream<String> otherwise(Decision made) {
    return switch (DecisionReplay.of(made)) {
      case DecisionReplay.Same _, DecisionReplay.NothingToDecide _ -> Stream.of();
      case DecisionReplay.Unrepeatable not -> Stream.of(made.signalId() + ": " + not.why());
      case DecisionReplay.Different other -> Stream.of(made + ", made again " + other.now());
    };
  }

  Finding nothingIsSentThatWasNotOrdered() {
    Set<ClientOrderId> ordered = orders().keySet();
    Set<ClientOrderId> approved =
        topics.bodies(Topic.DECISIONS, SignalAccepted.class).stream()
            .map(SignalAccepted::clientOrderId)
            .collect(Collectors.toSet());
    List<VenueEvent.Accepted> accepted = venue.of(VenueEvent.Accepted.class);
    return finding(
        "nothing is taken up by the venue that risk did not order",
        accepted.size() + " orders at the venue, " + approved.size() + " approvals",
        accepted.stream()
            .map(event -> event.request().clientOrderId())
            .filter(id -> !ordered.contains(id))
            .toList());
  }

  Finding noOrderIsSentTwice() {
    List<OrderSubmitted> sent = topics.bodies(Topic.ORDER_EVENTS, OrderSubmitted.class);
    return finding(
        "no order is sent twice",
        sent.size() + " orders sent",
        repeated(sent, OrderSubmitted::clientOrderId));
  }

  Finding noOrderIsTakenUpTwice() {
    List<VenueEvent.Accepted> accepted = venue.of(VenueEvent.Accepted.class);
    return finding(
        "no order is taken up by the venue twice",
        accepted.size() + " orders at the venue",
        repeated(accepted, event -> event.request().clientOrderId()));
  }

  Finding epochsOnlyGrow() {
    var violations = new ArrayList<String>();
    long newest = 0;
    for (VenueEvent.LoggedOn session : venue.of(VenueEvent.LoggedOn.class)) {
      if (session.epoch() < newest) {
        violations.add("a session of epoch " + session.epoch() + " after " + newest);
      }
      newest = Math.max(newest, session.epoch());
    }
    long sent = 0;
    for (OrderSubmitted order : topics.bodies(Topic.ORDER_EVENTS, OrderSubmitted.class)) {
      if (order.epoch() < sent) {
        violations.add(order.clientOrderId() + " sent in epoch " + order.epoch());
      }
      sent = Math.max(sent, order.epoch());
    }
    return finding("an old owner neither logs on nor sends", "epochs 1 to " + newest, violations);
  }

  Finding fillsAreTheVenues() {
    Set<String> ours =
        fills().stream().map(fill -> fill.executionId().value()).collect(Collectors.toSet());
    Set<String> venues =
        venue.of(VenueEvent.Executed.class).stream()
            .map(event -> event.executionId().value())
            .collect(Collectors.toSet());
    var differences = new TreeSet<String>();
    venues.stream().filter(id -> !ours.contains(id)).forEach(id -> differences.add("lost " + id));
    ours.stream()
        .filter(id -> !venues.contains(id))
        .forEach(id -> differences.add("made up " + id));
    return finding("our fills are the venue's", venues.size() + " fills at the venue", differences);
  }

  Finding fillsAreBookedOnce() {
    List<FillRecorded> fills = fills();
    List<OrderFilled> told = topics.bodies(Topic.ORDER_EVENTS, OrderFilled.class);
    var violations = new ArrayList<Object>(repeated(fills, FillRecorded::fillId));
    violations.addAll(repeated(told, OrderFilled::fillId));
    var left =
        told.stream().map(OrderFilled::fillId).collect(Collectors.toCollection(HashSet::new));
    fills.stream()
        .map(FillRecorded::fillId)
        .filter(id -> !left.remove(id))
        .forEach(violations::add);
    violations.addAll(left);
    return finding("each fill is told once to each", fills.size() + " fills", violations);
  }

  Finding fillsAreTakenBackOnce() {
    List<String> theirs =
        venue.of(VenueEvent.Busted.class).stream()
            .map(busted -> FillId.of(VENUE, ACCOUNT, busted.executionId()).value())
            .sorted()
            .toList();
    List<String> booked =
        topics.bodies(Topic.FILLS, FillAmended.class).stream()
            .map(amended -> amended.fillId().value())
            .sorted()
            .toList();
    List<String> told =
        topics.bodies(Topic.ORDER_EVENTS, FillCorrected.class).stream()
            .map(corrected -> corrected.fillId().value())
            .sorted()
            .toList();
    return finding(
        "each fill that the venue takes back is taken back here, once",
        theirs.size() + " taken back",
        theirs.equals(booked) && theirs.equals(told)
            ? List.of()
            : List.of("venue " + theirs + ", fills " + booked + ", order events " + told));
  }

  Finding noOrderIsFilledBeyondItsQuantity() {
    Map<ClientOrderId, SubmitOrder> orders = orders();
    var filled = new HashMap<ClientOrderId, Quantity>();
    fills()
        .forEach(fill -> filled.merge(fill.clientOrderId(), fill.lastQuantity(), Quantity::plus));
    return finding(
        "no order is filled beyond its quantity",
        filled.size() + " orders with fills",
        filled.entrySet().stream()
            .filter(
                entry -> {
                  SubmitOrder order = orders.get(entry.getKey());
                  return order == null || entry.getValue().compareTo(order.quantity()) > 0;
                })
            .toList());
  }

  Finding sequencesAreGapless() {
    var violations = new ArrayList<String>();
    for (Topic topic : List.of(Topic.ORDERS, Topic.ORDER_EVENTS, Topic.FILLS)) {
      var sequences = new TreeSet<Long>();
      topics.on(topic).forEach(found -> sequences.add(found.envelope().sequence()));
      if (!sequences.isEmpty() && sequences.last() != sequences.size()) {
        violations.add(topic.topicName() + " lacks " + (sequences.last() - sequences.size()));
      }
    }
    return finding("nothing that was committed is missing on a topic", "3 topics", violations);
  }

  Finding thereAreNoDeadLetters() {
    int count = topics.deadLetters();
    return finding(
        "there are no dead letters", "all topics", count == 0 ? List.of() : List.of(count));
  }

  /** Whether the venue took up nothing in some times, but what a halt lets pass. */
  public Finding nothingIsTakenUpWithin(List<Window> windows) {
    return timeliness().nothingIsTakenUpWithin(windows);
  }

  private Timeliness timeliness() {
    return new Timeliness(orders(), topics, venue);
  }

  /** Whether each of these signals was decided. */
  public Finding areDecided(Collection<String> signals) {
    Set<String> decided =
        topics.bodies(Topic.DECISIONS, SignalDecision.class).stream()
            .map(decision -> decision.signalId().value())
            .collect(Collectors.toSet());
    return finding(
        "each order that was confirmed to a person is decided",
        signals.size() + " confirmed",
        signals.stream().filter(signal -> !decided.contains(signal)).toList());
  }

  /** The fills that it judges, and what was changed of them. */
  public List<FillMessage> booked() {
    return topics.bodies(Topic.FILLS, FillMessage.class);
  }

  private List<FillRecorded> fills() {
    return topics.bodies(Topic.FILLS, FillRecorded.class);
  }

  private Map<ClientOrderId, SubmitOrder> orders() {
    return topics.bodies(Topic.ORDERS, SubmitOrder.class).stream()
        .collect(
            Collectors.toMap(SubmitOrder::clientOrderId, order -> order, (first, repeat) -> first));
  }

  private static Finding finding(String property, String looked, Collection<?> violations) {
    return new Finding(property, looked, violations.stream().map(String::valueOf).toList());
  }

  private static <T, K> List<K> repeated(List<T> all, Function<T, K> key) {
    var seen = new HashSet<K>();
    return all.stream().map(key).filter(each -> !seen.add(each)).toList();
  }
}
