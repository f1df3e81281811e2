package io.palmyra.execution.simulation;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.Iceberg;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.order.Twap;
import io.palmyra.contracts.order.Vwap;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.execution.application.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Traders and risk managers: orders of all kinds, cancels, replacements, halts and their lifts. */
final class People {
  private static final SignalSource ADA = new SignalSource("person:ada");

  private final World world;
  private final Chance chance;
  private int requests;
  private int halts;

  People(World world) {
    this.world = world;
    this.chance = world.chance();
  }

  /** Somebody does something. */
  void act() {
    switch (chance.below(18)) {
      case 0, 1, 2, 3, 4 -> order();
      case 5 -> exit();
      case 6 -> open().ifPresent(order -> world.owners().forEach(one -> one.cancel(order.id())));
      case 7 ->
          open()
              .map(order -> cancel(order.command().instrument(), name(order)))
              .ifPresent(world::propose);
      case 8, 9, 10, 11, 12, 13 -> working().ifPresent(order -> world.propose(replacement(order)));
      case 14 -> halt();
      default -> lift();
    }
  }

  private SignalId nextId() {
    return SignalId.of(ADA, World.ACCOUNT, "request-" + ++requests);
  }

  private Instant validity() {
    return world.marketTime().plusSeconds(10);
  }

  private void order() {
    InstrumentId instrument = chance.of(SimulatedVenue.INSTRUMENTS).instrument();
    QuoteTick tick = world.lastTick(instrument);
    if (tick == null) {
      return;
    }
    OrderType type = chance.of(List.of(OrderType.values()));
    boolean limit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
    boolean stop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
    boolean trails = type == OrderType.TRAILING_STOP;
    world.propose(
        new OrderRequested(
            nextId(),
            World.ACCOUNT,
            ADA,
            instrument,
            chance.oneIn(2) ? Side.BUY : Side.SELL,
            type,
            quantity(),
            limit ? near(tick) : null,
            stop ? near(tick) : null,
            trails ? new Price(1 + chance.below(12), 5) : null,
            type == OrderType.LIMIT && chance.oneIn(2)
                ? TimeInForce.GTC
                : chance.of(List.of(TimeInForce.values())),
            chance.oneIn(5),
            limit || type == OrderType.MARKET ? algorithm() : null,
            null,
            validity(),
            List.of()));
  }

  private @Nullable ExecutionAlgorithm algorithm() {
    return switch (chance.below(4)) {
      case 0 -> new Twap(Duration.ofSeconds(1 + chance.below(8)), 1 + chance.below(5));
      case 1 -> new Vwap(Duration.ofSeconds(1 + chance.below(8)), 1 + chance.below(5));
      case 2 -> new Iceberg(Quantity.of(Integer.toString(1000 * (1 + chance.below(4)))));
      default -> null;
    };
  }

  private Quantity quantity() {
    return Quantity.of(Integer.toString(1000 * (1 + chance.below(12))));
  }

  private Price near(QuoteTick tick) {
    return tick.bid().plus(new Price(chance.below(41) - 20, 5));
  }

  private void exit() {
    InstrumentId instrument = chance.of(SimulatedVenue.INSTRUMENTS).instrument();
    world.propose(
        new ExitProposed(
            nextId(), World.ACCOUNT, ADA, instrument, "PERSON", validity(), List.of()));
  }

  private Optional<Order> open() {
    List<Order> open = world.orders().open();
    return open.isEmpty() ? Optional.empty() : Optional.of(chance.of(open));
  }

  private Optional<Order> working() {
    return open().filter(order -> order.state() instanceof OrderState.Working);
  }

  /** An order's own name, or its parent's. */
  private ClientOrderId name(Order order) {
    ClientOrderId parent = order.command().parent();
    return parent != null && chance.oneIn(2) ? parent : order.id();
  }

  private Signal cancel(InstrumentId instrument, ClientOrderId order) {
    return new CancelRequested(
        nextId(), World.ACCOUNT, ADA, instrument, order, validity(), List.of());
  }

  private Signal replacement(Order order) {
    @Nullable QuoteTick tick = world.lastTick(order.command().instrument());
    boolean limit = order.command().limitPrice() != null && tick != null;
    return new ReplaceRequested(
        nextId(),
        World.ACCOUNT,
        ADA,
        order.command().instrument(),
        order.id(),
        quantity(),
        limit ? near(tick) : null,
        null,
        validity(),
        List.of());
  }

  private void halt() {
    HaltScope scope =
        switch (chance.below(4)) {
          case 0 -> HaltScope.ALL;
          case 1 -> HaltScope.of(World.ACCOUNT);
          case 2 -> HaltScope.of(new StrategyInstanceId("every"));
          default -> HaltScope.of(chance.of(SimulatedVenue.INSTRUMENTS).instrument());
        };
    write(
        scope,
        "person-" + ++halts,
        HaltStatus.ACTIVE,
        chance.oneIn(3) ? HaltMode.REDUCE_ONLY : HaltMode.HALTED);
  }

  private void lift() {
    List<HaltChanged> active = world.control().active();
    if (!active.isEmpty()) {
      lift(chance.of(active));
    }
  }

  /** Lifts everything. */
  void liftAll() {
    world.control().active().forEach(this::lift);
  }

  /** Asks for the cancel of everything that is open. */
  void cancelAll() {
    for (Order order : world.orders().open()) {
      ClientOrderId id = order.id();
      world.owners().forEach(one -> one.cancel(id));
    }
    for (Parent parent : world.risk().saved().parents()) {
      world.propose(cancel(parent.draft().instrument(), parent.id()));
    }
  }

  private void lift(HaltChanged halt) {
    world
        .control()
        .append(
            new HaltChanged(
                halt.scope(),
                halt.haltId(),
                HaltStatus.LIFTED,
                halt.mode(),
                halt.tier(),
                "looked at",
                "person:grace",
                world.clock().instant(),
                halt.cancelOrders(),
                halt.sparesProtective()));
    if (halt.tier() == RiskTier.NORMAL) {
      world.orders().rearm();
      world.owners().forEach(ExecutionProcess::rearm);
    }
  }

  private void write(HaltScope scope, String id, HaltStatus status, HaltMode mode) {
    world
        .control()
        .append(
            new HaltChanged(
                scope,
                new HaltId(id),
                status,
                mode,
                RiskTier.NORMAL,
                "drill",
                "person:ada",
                world.clock().instant(),
                chance.oneIn(2),
                chance.oneIn(2)));
  }
}
