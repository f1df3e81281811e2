package io.palmyra.core.strategy;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderPending;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What stands on the topics, written by hand: each call appends one input. */
final class Feed {
  static final AccountId PAPER = new AccountId("paper");
  static final StrategyInstanceId INSTANCE = new StrategyInstanceId("sma-eurusd");
  static final SignalSource SOURCE = new SignalSource("strategy:sma-eurusd");
  static final InstrumentDefined EURUSD =
      new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 21), true)
          .named("EURUSD")
          .orElseThrow();
  static final InstrumentId INSTRUMENT = EURUSD.instrument();
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  static final RunnerSettings SETTINGS =
      new RunnerSettings(INSTANCE, PAPER, INSTRUMENT, Duration.ofSeconds(5), Duration.ofSeconds(1));

  /** One input as it stood on its topic. */
  record Input(Topic topic, long offset, Envelope<? extends Message> envelope) {
    List<Signal> into(StrategyRunner runner) {
      return runner.on(topic, 3, offset, envelope);
    }
  }

  private final List<Input> inputs = new ArrayList<>();
  private final Map<Topic, Long> offsets = new EnumMap<>(Topic.class);
  private long sequence;
  private int bars;

  List<Input> inputs() {
    return inputs;
  }

  static StrategyRunner runner(String type, Map<String, String> parameters) {
    StrategyType found = StrategyCatalogue.builtIn().find(type).orElseThrow();
    var accepted = (Validated.Accepted) found.descriptor().validate(parameters);
    var strategy = found.create(accepted.parameters(), INSTRUMENT);
    return new StrategyRunner(SETTINGS, strategy, () -> 0);
  }

  Input defined() {
    return add(Topic.INSTRUMENTS, EURUSD, null);
  }

  Input bar(double close) {
    Price at = price(close);
    Price wick = Price.of("0.00010");
    return add(
        Topic.BARS,
        new BarClosed(
            INSTRUMENT,
            Duration.ofSeconds(1),
            START.plusSeconds(bars++),
            at,
            at.plus(wick),
            at.minus(wick),
            at,
            Quantity.ZERO,
            3),
        null);
  }

  Input tick(double mid) {
    Price at = price(mid);
    return add(
        Topic.TICKS,
        new QuoteTick(INSTRUMENT, at, at, Quantity.ZERO, Quantity.ZERO, now(), "test"),
        null);
  }

  Input score(double score, Instant knownAt, Duration valid) {
    return add(
        Topic.SENTIMENT,
        new SentimentScored(
            INSTRUMENT, score, 0.8, 3, "test", knownAt, knownAt, knownAt.plus(valid), List.of()),
        null);
  }

  Input pending(Signal signal, Side side, boolean reduceOnly) {
    return add(
        Topic.ORDER_EVENTS,
        new OrderPending(
            order(signal.signalId()),
            PAPER,
            INSTRUMENT,
            now(),
            signal.signalId(),
            signal.source(),
            side,
            OrderType.MARKET,
            Quantity.of("1000"),
            null,
            null,
            null,
            TimeInForce.IOC,
            reduceOnly,
            null),
        ++sequence);
  }

  Input rejected(Signal signal) {
    return add(
        Topic.ORDER_EVENTS,
        new OrderRejected(order(signal.signalId()), PAPER, INSTRUMENT, now(), "NO", "no"),
        ++sequence);
  }

  Input filled(Signal signal, Side side, String quantity, String leaves) {
    String execution = "e" + sequence;
    return add(
        Topic.ORDER_EVENTS,
        new OrderFilled(
            order(signal.signalId()),
            PAPER,
            INSTRUMENT,
            now(),
            new VenueOrderId("v"),
            signal.signalId(),
            signal.source(),
            side,
            FillId.of(new VenueId("SIMULATED"), PAPER, new ExecutionId(execution)),
            new ExecutionId(execution),
            Quantity.of(quantity),
            Price.of("1.10000"),
            Quantity.of(quantity),
            Quantity.of(leaves),
            Money.zero(new Currency("USD")),
            Liquidity.TAKER,
            now()),
        ++sequence);
  }

  Input denied(Signal signal, String code) {
    return add(
        Topic.DECISIONS,
        new SignalDenied(
            signal.signalId(),
            PAPER,
            signal.source(),
            INSTRUMENT,
            code,
            "no",
            null,
            List.of(),
            new DecisionInputs(
                now(),
                null,
                null,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                null,
                RiskTier.NORMAL,
                List.of(),
                Map.of(),
                List.of(),
                null)),
        null);
  }

  Input echo(Signal signal) {
    return add(Topic.SIGNALS, signal, null);
  }

  Instant now() {
    return START.plusSeconds(bars);
  }

  void skipSequence() {
    sequence++;
  }

  private static ClientOrderId order(SignalId signal) {
    return ClientOrderId.of(signal, 0, 0, 0);
  }

  private static Price price(double value) {
    return new Price(Math.round(value * 1e5), 5);
  }

  private Input add(Topic topic, Message body, Long accountSequence) {
    long offset = offsets.merge(topic, 1L, Long::sum) - 1;
    var envelope = new Envelope<>(topic + "-" + offset, now(), now(), null, accountSequence, body);
    var input = new Input(topic, offset, envelope);
    inputs.add(input);
    return input;
  }
}
