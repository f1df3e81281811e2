package io.palmyra.bench.latency;

import io.palmyra.bench.Figures;
import io.palmyra.bench.suite.Topics;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/** Follows each fill back to its tick by the ids and offsets that the messages carry. */
final class Trail {
  private final Map<InputOffset, Envelope<QuoteTick>> ticks = new HashMap<>();
  private final Map<SignalId, Envelope<?>> signals = new HashMap<>();
  private final Map<SignalId, InputOffset> causes = new HashMap<>();
  private final Map<SignalId, Envelope<?>> orders = new HashMap<>();
  private final Map<ClientOrderId, Map<String, Instant>> events = new HashMap<>();
  private final List<Envelope<FillRecorded>> fills = new ArrayList<>();

  Trail(Topics topics, Map<TopicPartition, Long> from) {
    topics.read(Topic.TICKS, from, this::tick);
    topics.read(Topic.SIGNALS, from, this::signal);
    topics.read(Topic.ORDERS, from, this::order);
    topics.read(Topic.ORDER_EVENTS, from, this::event);
    topics.read(Topic.FILLS, from, this::fill);
  }

  @SuppressWarnings("unchecked") // the body was looked at
  private void tick(Topics.Found found) {
    if (found.envelope().body() instanceof QuoteTick) {
      ticks.put(
          new InputOffset(Topic.TICKS.topicName(), found.partition(), found.offset()),
          (Envelope<QuoteTick>) found.envelope());
    }
  }

  private void signal(Topics.Found found) {
    if (found.envelope().body() instanceof Signal signal) {
      signals.put(signal.signalId(), found.envelope());
      signal.inputs().stream()
          .filter(ticks::containsKey)
          .max((a, b) -> at(a).compareTo(at(b)))
          .ifPresent(tick -> causes.put(signal.signalId(), tick));
    }
  }

  private Instant at(InputOffset tick) {
    return tickAt(tick).recordedAt();
  }

  private Envelope<QuoteTick> tickAt(InputOffset position) {
    return Objects.requireNonNull(ticks.get(position), "tick");
  }

  private void order(Topics.Found found) {
    if (found.envelope().body() instanceof SubmitOrder order) {
      orders.put(order.signalId(), found.envelope());
    }
  }

  private void event(Topics.Found found) {
    switch (found.envelope().body()) {
      case OrderSubmitted submitted -> note(submitted.clientOrderId(), "submitted", submitted.at());
      case OrderFilled filled ->
          note(filled.clientOrderId(), "filled", found.envelope().recordedAt());
      default -> {
        // Not on the way.
      }
    }
  }

  private void note(ClientOrderId order, String what, Instant at) {
    events.computeIfAbsent(order, _ -> new HashMap<>()).putIfAbsent(what, at);
  }

  @SuppressWarnings("unchecked") // the body was looked at
  private void fill(Topics.Found found) {
    if (found.envelope().body() instanceof FillRecorded) {
      fills.add((Envelope<FillRecorded>) found.envelope());
    }
  }

  /**
   * The figures of all fills whose tick was fed after the warm-up.
   *
   * @param arrivals when each fill, by its envelope's id, reached a reader
   */
  Round figures(Map<String, Instant> arrivals, Duration warmUp) {
    Instant first =
        ticks.values().stream().map(Envelope::occurredAt).min(Instant::compareTo).orElseThrow();
    // The feed keeps the data's own distances: the tick that was least late tells when it began.
    Duration began =
        ticks.values().stream()
            .map(tick -> Duration.between(tick.occurredAt(), tick.recordedAt()))
            .min(Duration::compareTo)
            .orElseThrow();
    Instant measuredFrom = first.plus(warmUp);
    var hops = new LinkedHashMap<String, List<Double>>();
    var totals = new ArrayList<Double>();
    for (Envelope<FillRecorded> fill : fills) {
      InputOffset cause = causes.get(fill.body().signalId());
      Instant arrived = arrivals.get(fill.id());
      if (cause == null || arrived == null || tickAt(cause).occurredAt().isBefore(measuredFrom)) {
        continue;
      }
      Envelope<QuoteTick> tick = tickAt(cause);
      Instant meant = tick.occurredAt().plus(began);
      totals.add(micros(meant, arrived));
      Map<String, Instant> life = events.getOrDefault(fill.body().clientOrderId(), Map.of());
      Instant signal = recorded(signals, fill.body().signalId());
      Instant order = recorded(orders, fill.body().signalId());
      add(hops, "market-data: feed to tick", meant, tick.recordedAt());
      add(hops, "strategy: tick to signal", tick.recordedAt(), signal);
      add(hops, "risk: signal to order (1 commit)", signal, order);
      Instant submitted = life.getOrDefault("submitted", order);
      Instant filled = life.getOrDefault("filled", fill.recordedAt());
      add(hops, "execution: order to submit (1 commit)", order, submitted);
      add(hops, "venue: submit to fill (next tick, 1 sync)", submitted, filled);
      add(hops, "execution: fill to reader (1 commit)", filled, arrived);
    }
    var figures = new LinkedHashMap<String, Figures>();
    hops.forEach((name, micros) -> figures.put(name, figures(micros)));
    int fed =
        (int) ticks.values().stream().filter(t -> !t.occurredAt().isBefore(measuredFrom)).count();
    return new Round(
        totals.isEmpty() ? Figures.NONE : figures(totals), figures, fed, totals.size());
  }

  private static Instant recorded(Map<SignalId, Envelope<?>> messages, SignalId signal) {
    return Objects.requireNonNull(messages.get(signal), "message of the signal").recordedAt();
  }

  private static void add(Map<String, List<Double>> hops, String name, Instant from, Instant to) {
    hops.computeIfAbsent(name, _ -> new ArrayList<>()).add(micros(from, to));
  }

  private static double micros(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1000.0;
  }

  private static Figures figures(List<Double> micros) {
    return Figures.of(micros.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
