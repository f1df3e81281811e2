package io.palmyra.core.strategy;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderEventMessage;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one strategy instance: takes its inputs in the order in which they were seen, gives the
 * signals that follow. Called by one thread. Same inputs in the same order give the same signals,
 * ids included, whatever was signalled before: an input seen twice counts once. Begins warming;
 * what the strategy proposes of the past is dropped. A strategy that throws or takes too long fails
 * for good.
 */
public final class StrategyRunner {
  /** Code of a failure: an event of the account is missing, so its position is not known. */
  public static final String SEQUENCE_GAP = "SEQUENCE_GAP";

  private final RunnerSettings settings;
  private final Strategy strategy;
  private final DataNeeds needs;
  private final LongSupplier nanoClock;
  private final SignalWriter writer;
  private final OwnOrders orders;
  private final SeenOffsets seen = new SeenOffsets();
  private final ReusedBar bar;
  private final Moment moment = new Moment();
  private @Nullable InstrumentDefined definition;
  private Instant marketTime = Instant.MIN;
  private final AccountSequence sequence = new AccountSequence();
  private RunnerState state = new RunnerState.Warming();

  /**
   * @param strategy that has seen nothing yet
   * @param nanoClock monotonic nanoseconds, for the budget alone; a constant in backtests
   */
  public StrategyRunner(RunnerSettings settings, Strategy strategy, LongSupplier nanoClock) {
    this.settings = settings;
    this.strategy = strategy;
    this.needs = strategy.needs();
    this.nanoClock = nanoClock;
    this.writer = new SignalWriter(settings);
    this.orders = new OwnOrders(settings.source());
    this.bar = new ReusedBar(settings.instrument());
  }

  /** Where it is. */
  public RunnerState state() {
    return state;
  }

  /** Time of the newest market input; {@link Instant#MIN} before the first. */
  public Instant marketTime() {
    return marketTime;
  }

  /** What its own fills came to, signed. */
  public Quantity position() {
    return orders.position();
  }

  /** What it wants to be fed. */
  public DataNeeds needs() {
    return needs;
  }

  /** Whether a proposal or an order of it is still under way. */
  public boolean isUnderWay() {
    return orders.underWay();
  }

  /** Ends the warm-up. */
  public void goLive(boolean paused) {
    if (state instanceof RunnerState.Warming) {
      state = paused ? new RunnerState.Paused() : new RunnerState.Running();
      try {
        strategy.onLive(moment);
      } catch (Throwable e) {
        state = RunnerState.Failed.by(e);
      }
    }
  }

  /** No new entries from now on, or entries again. */
  public void pause(boolean paused) {
    state =
        switch (state) {
          case RunnerState.Running _, RunnerState.Paused _ ->
              paused ? new RunnerState.Paused() : new RunnerState.Running();
          case RunnerState.Warming _, RunnerState.Failed _ -> state;
        };
  }

  /** Stops it for good. */
  public void fail(String code, String detail) {
    if (!(state instanceof RunnerState.Failed)) {
      state = new RunnerState.Failed(code, detail);
    }
  }

  /**
   * Takes the next input.
   *
   * @return the signals that follow, in order; not to be changed
   */
  public List<Signal> on(
      Topic topic, int partition, long offset, Envelope<? extends Message> envelope) {
    if (state instanceof RunnerState.Failed || !seen.advance(topic, partition, offset)) {
      return List.of();
    }
    return taken(topic, partition, offset, () -> propose(envelope));
  }

  private List<Signal> taken(
      Topic topic, int partition, long offset, Supplier<List<Proposal>> proposing) {
    long began = nanoClock.getAsLong();
    try {
      List<Proposal> proposals = proposing.get();
      if (nanoClock.getAsLong() - began > settings.budget().toNanos()) {
        fail("OVERRUN", "took longer than " + settings.budget());
      }
      return proposals.isEmpty() ? List.of() : signals(proposals, topic, partition, offset);
    } catch (Throwable e) { // Code of others: whatever it throws ends this instance alone.
      state = RunnerState.Failed.by(e);
      return List.of();
    }
  }

  /**
   * Takes a closed bar as {@link #on} takes the same one from its topic, for who has no messages:
   * the same signals follow, ids included.
   *
   * @param closed of its instrument and interval; read during the call only
   */
  public List<Signal> onBar(int partition, long offset, Bar closed) {
    if (state instanceof RunnerState.Failed || !seen.advance(Topic.BARS, partition, offset)) {
      return List.of();
    }
    return taken(Topic.BARS, partition, offset, () -> bar(closed));
  }

  private List<Proposal> propose(Envelope<? extends Message> envelope) {
    return switch (envelope.body()) {
      case TickMessage tick -> onTick(tick);
      case BarClosed closed -> onBar(closed);
      case SentimentScored score ->
          needs.sentiment() && isMine(score.instrument())
              ? strategy.onSentiment(score, moment)
              : List.of();
      case OrderEventMessage event -> onOrderEvent(event, envelope.sequence());
      case Decision decision -> onDecision(decision);
      case Signal signal -> onEcho(signal);
      case InstrumentDefined defined when isMine(defined.instrument()) -> {
        definition = defined;
        yield List.of();
      }
      default -> List.of();
    };
  }

  private List<Proposal> onTick(TickMessage tick) {
    boolean mine = isMine(tick.instrument());
    if (mine) {
      advance(tick.time());
    }
    return mine && needs.ticks() ? strategy.onTick(tick, moment) : List.of();
  }

  private List<Proposal> onBar(BarClosed closed) {
    if (!closed.interval().equals(needs.barInterval()) || !isMine(closed.instrument())) {
      return List.of();
    }
    return bar(bar.fill(closed));
  }

  private List<Proposal> bar(Bar closed) {
    advance(closed.closeTime());
    return strategy.onBar(closed, moment);
  }

  private List<Proposal> onOrderEvent(OrderEventMessage message, @Nullable Long number) {
    if (!message.account().equals(settings.account()) || isRepeat(number)) {
      return List.of();
    }
    if (state instanceof RunnerState.Failed
        || !(message instanceof OrderEvent event)
        || !isMine(event.instrument())
        || !orders.isOwn(event)) {
      return List.of();
    }
    Quantity before = orders.position();
    orders.on(event);
    List<Proposal> proposals = strategy.onOrderEvent(event, moment);
    if (before.compareTo(orders.position()) == 0) {
      return proposals;
    }
    List<Proposal> more = strategy.onPosition(event.instrument(), orders.position(), moment);
    return Stream.concat(proposals.stream(), more.stream()).toList();
  }

  /** Whether an account's message was seen before; one that is missing means the end. */
  private boolean isRepeat(@Nullable Long number) {
    long before = sequence.last();
    AccountSequence.Place place = sequence.take(number);
    if (place == AccountSequence.Place.AFTER_A_GAP) {
      String events = "order-events of " + settings.account();
      fail(SEQUENCE_GAP, events + " go from " + before + " to " + number);
    }
    return place == AccountSequence.Place.REPEATED;
  }

  private List<Proposal> onDecision(Decision decision) {
    Quantity before = orders.position();
    orders.on(decision);
    return before.compareTo(orders.position()) == 0
        ? List.of()
        : strategy.onPosition(settings.instrument(), orders.position(), moment);
  }

  /** A signal of ours read back: sent by us, or by the replica that ran the instance before. */
  private List<Proposal> onEcho(Signal signal) {
    if (signal.source().equals(settings.source()) && !(signal instanceof CancelRequested)) {
      orders.proposed(signal.signalId(), signal.validUntil(), settings.validity());
    }
    return List.of();
  }

  private List<Signal> signals(List<Proposal> proposals, Topic topic, int partition, long offset) {
    InstrumentDefined terms = definition;
    if (terms == null || marketTime.equals(Instant.MIN)) {
      return List.of();
    }
    List<Signal> signals = new ArrayList<>(proposals.size());
    List<InputOffset> inputs = seen.list();
    Instant validUntil = marketTime.plus(settings.validity());
    String input = topic.topicName() + "-" + partition + "@" + offset;
    for (int ordinal = 0; ordinal < proposals.size(); ordinal++) {
      Proposal proposal = proposals.get(ordinal);
      if (state.allows(proposal)) {
        SignalId id = SignalId.of(settings.instance(), input, ordinal);
        signals.add(writer.write(proposal, id, validUntil, inputs, terms));
        if (!(proposal instanceof Proposal.Cancel)) {
          orders.proposed(id, validUntil, settings.validity());
        }
      }
    }
    return signals;
  }

  private boolean isMine(InstrumentId instrument) {
    return instrument.equals(settings.instrument());
  }

  private void advance(Instant time) {
    marketTime = time.isAfter(marketTime) ? time : marketTime;
    orders.giveUp(marketTime);
  }

  /** The view that the strategy is given; always of now. */
  private final class Moment implements StrategyContext {
    @Override
    public Instant marketTime() {
      return marketTime;
    }

    @Override
    public Quantity position(InstrumentId instrument) {
      return isMine(instrument) ? orders.position() : Quantity.ZERO;
    }

    @Override
    public boolean isUnderWay(InstrumentId instrument) {
      return isMine(instrument) && orders.underWay();
    }

    @Override
    public @Nullable InstrumentDefined definition(InstrumentId instrument) {
      return isMine(instrument) ? definition : null;
    }
  }
}
