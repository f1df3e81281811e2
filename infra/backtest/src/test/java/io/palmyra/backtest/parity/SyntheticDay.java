package io.palmyra.backtest.parity;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderPending;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A day of one instance as a suite records it: the runner hears what is recorded a little later,
 * each topic with its own delay, so that it comes to it in another order than it was recorded.
 */
final class SyntheticDay {
  static final StrategyInstanceId INSTANCE = new StrategyInstanceId("sma-eurusd");
  static final AccountId PAPER = new AccountId("paper");
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  static final int BARS = 900;
  static final Period PERIOD = new Period(START, START.plusSeconds(BARS + 60));
  private static final int PAST = 60;
  private static final int MARKET = 3;
  private static final int ACCOUNT = 5;
  private static final Duration VALIDITY = Duration.ofSeconds(5);
  private static final InstrumentDefined EURUSD =
      new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 20), true)
          .named("EURUSD")
          .orElseThrow();

  private final Shelf topics = new Shelf();
  private final Random random;
  private final int delayMillis;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String strategy = "sma-cross";
  private final PriorityQueue<Arrival> arriving =
      new PriorityQueue<>(
          Comparator.comparing(Arrival::at)
              .thenComparing(each -> each.record().lane().topic())
              .thenComparing(each -> each.record().offset()));
  private final Map<Topic, Instant> last = new EnumMap<>(Topic.class);
  private final Map<Topic, Long> sequences = new EnumMap<>(Topic.class);
  private final Map<Lane, Long> seen = new HashMap<>();
  private final Map<Instant, Runnable> acts = new LinkedHashMap<>();
  private final Desk desk;
  private StrategyRunner runner;
  private boolean paused;
  private int untilLost = -1;

  private record Arrival(Instant at, Kept record) {}

  /**
   * @param delayMillis by which records of the account are heard later at most
   */
  SyntheticDay(long seed, int delayMillis) {
    this.random = new Random(seed);
    this.delayMillis = delayMillis;
    parameters.put("interval", "PT1S");
    parameters.put("fast", "3");
    parameters.put("slow", "8");
    parameters.put("atrPeriod", "8");
    parameters.put("enterAtStart", "true");
    this.runner = fresh();
    this.desk =
        new Desk(EURUSD, PAPER, Desk.quote(EURUSD, Price.of("1.10000"), START.minusSeconds(1)));
  }

  /** With a strategy that acts at closes alone, however late it hears of its fills. */
  SyntheticDay actingAtCloses() {
    strategy = "bollinger";
    parameters.keySet().retainAll(List.of("interval", "atrPeriod"));
    parameters.put("period", "5");
    parameters.put("width", "0.5");
    runner = fresh();
    return this;
  }

  /** One signal never gets to its topic, so nobody decides on it. */
  SyntheticDay losingSignal(int number) {
    untilLost = number;
    return this;
  }

  SyntheticDay pausing(int fromSecond, int toSecond) {
    acts.put(START.plusSeconds(fromSecond), () -> pause(true));
    acts.put(START.plusSeconds(toSecond), () -> pause(false));
    return this;
  }

  SyntheticDay restarting(int atSecond) {
    acts.put(START.plusSeconds(atSecond), () -> begin(START.plusSeconds(atSecond)));
    return this;
  }

  SyntheticDay tuning(int atSecond, String name, String value) {
    acts.put(
        START.plusSeconds(atSecond),
        () -> {
          parameters.put(name, value);
          begin(START.plusSeconds(atSecond));
        });
    return this;
  }

  /** Lives it. */
  Shelf lived() {
    acts.put(START.plusSeconds(PAST), () -> begin(START.plusSeconds(PAST)));
    record(Topic.INSTRUMENTS, EURUSD, START, START);
    double mid = 1.1;
    for (int bar = 0; bar < BARS; bar++) {
      Instant close = START.plusSeconds(bar + 1L);
      double next = mid * (1 + random.nextGaussian() * 0.0002);
      var closed = bar(START.plusSeconds(bar), mid, next);
      mid = next;
      hearUntil(close);
      desk.at(Desk.quote(EURUSD, closed.close(), close));
      arrive(record(Topic.BARS, closed, close, close), random.nextInt(20));
      Runnable act = acts.get(close);
      if (act != null) {
        act.run();
      }
    }
    hearUntil(Instant.MAX);
    return topics;
  }

  private static BarClosed bar(Instant open, double from, double to) {
    Price one = new Price(Math.round(from * 1e5), 5);
    Price other = new Price(Math.round(to * 1e5), 5);
    return new BarClosed(
        EURUSD.instrument(),
        Duration.ofSeconds(1),
        open,
        one,
        one.compareTo(other) > 0 ? one : other,
        one.compareTo(other) < 0 ? one : other,
        other,
        Quantity.ZERO,
        3);
  }

  private StrategyRunner fresh() {
    StrategyType type = StrategyCatalogue.builtIn().find(strategy).orElseThrow();
    var accepted = (Validated.Accepted) type.descriptor().validate(parameters);
    return new StrategyRunner(
        new RunnerSettings(INSTANCE, PAPER, EURUSD.instrument(), VALIDITY, VALIDITY),
        type.create(accepted.parameters(), EURUSD.instrument()),
        () -> 0);
  }

  /** A run begins: all that is recorded is its past. */
  private void begin(Instant now) {
    runner = fresh();
    seen.clear();
    var lanes = new ArrayList<Lane>();
    lanes.add(new Lane(Topic.BARS, MARKET));
    lanes.add(new Lane(Topic.INSTRUMENTS, MARKET));
    for (Topic each : List.of(Topic.ORDER_EVENTS, Topic.DECISIONS, Topic.SIGNALS)) {
      lanes.add(new Lane(each, ACCOUNT));
    }
    lanes.stream()
        .flatMap(lane -> topics.from(lane, 0, "").stream())
        .sorted(Comparator.comparing(Kept::at).thenComparing(each -> lanes.indexOf(each.lane())))
        .forEach(
            each ->
                runner.on(each.topic(), each.lane().partition(), each.offset(), each.envelope()));
    runner.goLive(paused);
    tell("strategy-run-live", RunTexts.live(strategy, parameters, paused, spans(lanes)), now);
  }

  private List<Span> spans(List<Lane> lanes) {
    return lanes.stream().map(lane -> new Span(lane, 0, topics.end(lane))).toList();
  }

  private void pause(boolean wanted) {
    paused = wanted;
    runner.pause(wanted);
    tell(
        wanted ? "strategy-run-paused" : "strategy-run-resumed",
        RunTexts.seen(seen),
        last.getOrDefault(Topic.BARS, START));
  }

  private void tell(String action, String after, Instant at) {
    var change =
        new ChangeRecorded(
            "strategy-service", "service", action, INSTANCE.value(), "", null, after, at);
    record(Topic.AUDIT, change, at, at);
  }

  private Kept record(Topic topic, Message body, Instant occurred, Instant recorded) {
    Long sequence =
        switch (topic) {
          case DECISIONS, ORDERS, ORDER_EVENTS, FILLS -> sequences.merge(topic, 1L, Long::sum);
          default -> null;
        };
    Lane lane = lane(topic);
    String id = lane + "/" + topics.end(lane);
    return topics.append(lane, new Envelope<>(id, occurred, recorded, null, sequence, body));
  }

  private static Lane lane(Topic topic) {
    return switch (topic) {
      case BARS, INSTRUMENTS -> new Lane(topic, MARKET);
      case AUDIT -> new Lane(topic, 0);
      default -> new Lane(topic, ACCOUNT);
    };
  }

  private void arrive(Kept record, int millisLater) {
    Instant at = record.at().plusMillis(millisLater);
    Instant before = last.getOrDefault(record.topic(), Instant.MIN);
    last.put(record.topic(), at.isBefore(before) ? before : at);
    arriving.add(new Arrival(last.getOrDefault(record.topic(), at), record));
  }

  private void hearUntil(Instant until) {
    while (!arriving.isEmpty() && arriving.peek().at().isBefore(until)) {
      Arrival next = arriving.remove();
      Kept record = next.record();
      seen.put(record.lane(), record.offset());
      for (Signal each :
          runner.on(
              record.topic(), record.lane().partition(), record.offset(), record.envelope())) {
        signalled(each, record, next.at());
      }
    }
  }

  private void signalled(Signal signal, Kept cause, Instant now) {
    if (untilLost-- == 0) {
      return;
    }
    topics.append(
        lane(Topic.SIGNALS),
        new Envelope<>(
            signal.signalId().value(),
            runner.marketTime(),
            now,
            cause.envelope().id(),
            null,
            signal));
    RiskDecision made = desk.decide(signal, now);
    SubmitOrder order = Desk.submitted(made);
    Instant decided = now.plusMillis(5);
    if (order != null) {
      record(Topic.ORDERS, order, decided, decided);
    }
    arrive(record(Topic.DECISIONS, made.decision(), decided, decided), random.nextInt(delayMillis));
    if (order != null) {
      fill(order, decided);
    }
  }

  private void fill(SubmitOrder order, Instant decided) {
    var pending = OrderPending.of(order, decided);
    desk.follow(pending);
    arrive(record(Topic.ORDER_EVENTS, pending, decided, decided), random.nextInt(delayMillis));
    Instant at = decided.plusMillis(40);
    var filled = desk.filled(order, at);
    desk.follow(filled);
    arrive(record(Topic.ORDER_EVENTS, filled, at, at), random.nextInt(delayMillis));
    record(Topic.FILLS, Desk.booked(filled), at, at);
  }
}
