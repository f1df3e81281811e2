package io.palmyra.backtest.engine;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderPending;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.portfolio.Position;
import io.palmyra.core.portfolio.PositionEntry;
import io.palmyra.core.risk.AccountLimits;
import io.palmyra.core.risk.Market;
import io.palmyra.core.risk.RiskDecider;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.RiskView;
import io.palmyra.core.risk.SavedState;
import io.palmyra.core.risk.Standing;
import io.palmyra.core.risk.sizing.Yardstick;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.RunnerState;
import io.palmyra.core.strategy.StrategyRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What stands between a strategy and its venue, as it does in live trading: the runner that makes
 * signals, risk that decides on them, the orders' events, the books.
 */
final class Desk {
  private static final Duration MAXIMUM_AGE = Duration.ofSeconds(5);

  /** Id of all messages: nobody tells them apart by it here. */
  private static final String MESSAGE = "backtest";

  /** After so many decisions what changed is forgotten, since nobody stores it. */
  private static final int FORGOTTEN_AFTER = 1024;

  private final Setup setup;
  private final StrategyRunner runner;
  private final RiskState risk;
  private final AccountLimits limits;
  private final Market market;
  private final PlayedVenue venue;
  private final Ledger ledger;
  private final TierWatch tiers;
  private final SizingWatch sizing;
  private final PositionWatch watch;
  private final Map<Topic, long[]> offsets = new EnumMap<>(Topic.class);
  private Position position;
  private Quantity held = Quantity.ZERO;
  private Money cash;
  private Money equity;
  private Instant now = Instant.EPOCH;
  private int decisions;
  private boolean cancels;

  Desk(
      Setup setup,
      StrategyRunner runner,
      Market market,
      Ledger ledger,
      TierWatch tiers,
      PositionWatch watch,
      PlayedVenue venue) {
    this.setup = setup;
    this.runner = runner;
    this.market = market;
    this.ledger = ledger;
    this.risk = new RiskState(Setup.ACCOUNT, setup.currency(), SavedState.NONE);
    this.limits =
        new AccountLimits(
            setup.limits().in(setup.currency(), setup.bars().interval()), Map.of(), List.of());
    this.position = Position.in(setup.terms());
    this.venue = venue;
    this.tiers = tiers;
    this.watch = watch;
    this.sizing = new SizingWatch(setup.rules().sizing(), setup.terms());
    this.cash = setup.assumptions().cash();
    this.equity = cash;
    venue.tells(this::happened);
  }

  /** What time it is from now on. */
  void at(Instant time) {
    now = time;
  }

  /** Hands something to the strategy; what it wants is decided and ordered at once. */
  void tell(Topic topic, Message message) {
    long offset = offsets.computeIfAbsent(topic, _ -> new long[1])[0]++;
    var envelope = new Envelope<>(MESSAGE, now, now, null, null, message);
    decideAll(runner.on(topic, 0, offset, envelope));
  }

  /** Hands a score to the strategy, which is known by now. */
  void tell(SentimentScored score) {
    ledger.told(score);
    tell(Topic.SENTIMENT, score);
  }

  /** Hands a bar to the strategy, as {@link #tell} does one from a topic. */
  void show(int bar, Bar closed) {
    decideAll(runner.onBar(0, bar, closed));
  }

  private void decideAll(List<Signal> signals) {
    for (Signal signal : signals) {
      decide(signal);
    }
    if (runner.state() instanceof RunnerState.Failed failed) {
      throw new StrategyFailedException(failed.code(), failed.detail(), now);
    }
  }

  private void decide(Signal signal) {
    Yardstick by = signal instanceof EntryProposed ? sizing.yardstick() : Yardstick.FIXED;
    RiskDecision made =
        RiskDecider.decide(risk, signal, view(by))
            .orElseThrow(() -> new IllegalStateException("decided twice: " + signal));
    carryOut(made, order -> venue.submit(order, now));
  }

  private RiskView view(Yardstick by) {
    risk.equity(equity);
    var standing = new Standing(tiers.tier(), tiers.sizeShare(), null, by);
    return new RiskView(
        market, limits, tiers.control(), standing, now, now, MAXIMUM_AGE, List.of(), false);
  }

  private void carryOut(RiskDecision made, Consumer<SubmitOrder> leaves) {
    risk.apply(made);
    if (++decisions % FORGOTTEN_AFTER == 0) {
      risk.takeChanges();
    }
    if (made.decision() instanceof SignalDenied denied) {
      ledger.denied(denied.code());
    }
    OrderCommand command = made.command();
    if (command instanceof SubmitOrder order) {
      happened(OrderPending.of(order, now));
    }
    tell(Topic.DECISIONS, made.decision());
    switch (command) {
      case SubmitOrder order -> {
        ledger.ordered(order, now);
        leaves.accept(order);
      }
      case CancelOrder cancel -> venue.cancel(cancel.clientOrderId(), cancel.reason(), now);
      case ReplaceOrder replace ->
          throw new IllegalStateException("no strategy replaces orders: " + replace);
      case null -> {
        // Denied.
      }
    }
  }

  /** What is held, signed. */
  Quantity held() {
    return held;
  }

  /** Whether what is held is being closed. */
  boolean isClosing() {
    Side closing = held.signum() > 0 ? Side.SELL : Side.BUY;
    return risk.exposure(setup.terms().instrument()).reducible(closing).signum() == 0;
  }

  /**
   * Closes what is held, in the name of a halt if one holds.
   *
   * @param leaves takes the order to the venue
   */
  void protect(ExitProposed exit, Consumer<SubmitOrder> leaves) {
    String halt = tiers.authorising(exit.instrument(), exit.source()).orElse(null);
    RiskDecider.close(risk, exit, view(Yardstick.FIXED), halt, null)
        .ifPresent(made -> carryOut(made, leaves));
  }

  /** Cancels what halts cancel, once the venue has done what it was doing. */
  void followHalts() {
    if (cancels) {
      cancels = false;
      venue.cancelAll("HALT", now);
    }
  }

  /** Pays what holding costs up to now, at a mark. */
  void fund(Instant since, Price mark) {
    Funding funding = setup.assumptions().funding();
    if (funding == null || held.signum() == 0) {
      return;
    }
    for (long left = funding.payments(since, now); left > 0; left--) {
      Money paid = setup.terms().value(held, mark).times(funding.rate());
      position = position.apply(new PositionEntry.Cost(paid));
      ledger.trips().paid(paid);
      settled();
    }
  }

  /** A bar is over, and the account is worth something. */
  void closed(int bar) {
    sizing.closed(setup.bars(), bar);
    cancels |= tiers.valued(position, equity, now);
    followHalts();
  }

  /** Something happened to an order: risk, the books and the strategy follow. */
  private void happened(OrderEvent event) {
    risk.evolve(event)
        .ifPresent(
            why -> {
              throw new IllegalStateException("risk does not follow: " + why);
            });
    if (event instanceof OrderFilled fill) {
      position =
          position.apply(
              new PositionEntry.Filled(
                  fill.fillId(),
                  fill.side(),
                  fill.lastQuantity(),
                  fill.lastPrice(),
                  fill.fee(),
                  fill.at()));
      ledger.filled(fill);
      Quantity before = held;
      settled();
      sizing.filled(fill);
      watch.filled(fill, before, held);
      cancels |= tiers.valued(position, markedAt(fill.lastPrice()), now);
    }
    tell(Topic.ORDER_EVENTS, event);
  }

  /** What changes with fills alone. */
  private void settled() {
    held = position.quantity();
    cash = setup.assumptions().cash().plus(position.cash().of(setup.currency()));
  }

  /** What the account is worth while it holds nothing. */
  Money cash() {
    equity = cash;
    return cash;
  }

  /** What the account is worth at a price; risk is told once it decides. */
  Money markedAt(Price mark) {
    equity =
        held.signum() == 0
            ? cash
            : cash.plus(
                position.paidInFull()
                    ? mark.times(held, setup.terms().multiplier(), setup.currency())
                    : position.unrealizedPnl(mark));
    return equity;
  }
}
