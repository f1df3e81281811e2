package io.palmyra.bench.orders;

import io.palmyra.bench.Figures;
import io.palmyra.bench.suite.Topics;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What became of each signal of a round, by what it left on the topics. */
final class OrderTrail {
  /** What a round is read from. */
  static final Topic[] FOLLOWED = {
    Topic.SIGNALS, Topic.DECISIONS, Topic.ORDERS, Topic.ORDER_EVENTS
  };

  private final Map<SignalId, Instant> signals = new HashMap<>();
  private final Map<ClientOrderId, Instant> orders = new HashMap<>();
  private final List<Double> risk = new ArrayList<>();
  private final List<Double> execution = new ArrayList<>();
  private final List<Instant> sent = new ArrayList<>();
  private final Set<ClientOrderId> sentIds = new HashSet<>();
  private final Map<String, Integer> denied = new TreeMap<>();

  OrderTrail(Topics topics, Map<TopicPartition, Long> from) {
    topics.read(Topic.SIGNALS, from, this::signal);
    topics.read(Topic.DECISIONS, from, this::decision);
    topics.read(Topic.ORDERS, from, this::order);
    topics.read(Topic.ORDER_EVENTS, from, this::event);
  }

  private void signal(Topics.Found found) {
    if (found.envelope().body() instanceof Signal signal) {
      signals.put(signal.signalId(), found.envelope().recordedAt());
    }
  }

  private void decision(Topics.Found found) {
    if (found.envelope().body() instanceof SignalDenied refused) {
      denied.merge(refused.code(), 1, Integer::sum);
    }
  }

  private void order(Topics.Found found) {
    if (found.envelope().body() instanceof SubmitOrder order) {
      Instant at = found.envelope().recordedAt();
      orders.put(order.clientOrderId(), at);
      Instant asked = signals.get(order.signalId());
      if (asked != null) {
        risk.add(micros(asked, at));
      }
    }
  }

  private void event(Topics.Found found) {
    switch (found.envelope().body()) {
      case OrderSubmitted submitted -> submitted(submitted);
      case OrderDenied refused -> denied.merge(refused.code(), 1, Integer::sum);
      case OrderEvent _ -> {
        // What came of it is the venue's.
      }
      default -> throw new IllegalStateException("not of an order: " + found.envelope().body());
    }
  }

  private void submitted(OrderSubmitted submitted) {
    if (!sentIds.add(submitted.clientOrderId())) {
      throw new IllegalStateException("sent twice: " + submitted.clientOrderId());
    }
    sent.add(submitted.at());
    Instant ordered = orders.get(submitted.clientOrderId());
    if (ordered != null) {
      execution.add(micros(ordered, submitted.at()));
    }
  }

  private static double micros(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e3;
  }

  /** How many signals asked for an order. */
  int asked() {
    return signals.size();
  }

  /** How many orders left for the venue. */
  int sent() {
    return sent.size();
  }

  /** Signals and orders that were denied, by risk or by execution, by code. */
  Map<String, Integer> denied() {
    return Map.copyOf(denied);
  }

  /**
   * Orders a second that left, over what follows a warm-up.
   *
   * @param warmUp counted from the first order that left
   */
  double rate(Duration warmUp, Duration measured) {
    Instant first = sent.stream().min(Instant::compareTo).orElseThrow();
    Instant from = first.plus(warmUp);
    Instant to = from.plus(measured);
    long within = sent.stream().filter(at -> !at.isBefore(from) && at.isBefore(to)).count();
    return within * 1e9 / measured.toNanos();
  }

  /** From a signal to the order that risk makes of it, its queue included. */
  Figures ofRisk() {
    return figures(risk);
  }

  /** From risk's order to its bytes leaving for the venue, its queue and its commit included. */
  Figures ofExecution() {
    return figures(execution);
  }

  private static Figures figures(List<Double> micros) {
    return micros.isEmpty()
        ? Figures.NONE
        : Figures.of(micros.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
