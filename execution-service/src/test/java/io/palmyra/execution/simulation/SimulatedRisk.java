package io.palmyra.execution.simulation;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.AccountLimits;
import io.palmyra.core.risk.AppliedFill;
import io.palmyra.core.risk.DecidedSignal;
import io.palmyra.core.risk.ExposureLimits;
import io.palmyra.core.risk.FlowLimits;
import io.palmyra.core.risk.Holding;
import io.palmyra.core.risk.Market;
import io.palmyra.core.risk.OpenOrder;
import io.palmyra.core.risk.ParentDecider;
import io.palmyra.core.risk.ParentStep;
import io.palmyra.core.risk.RiskDecider;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.RiskView;
import io.palmyra.core.risk.SavedState;
import io.palmyra.core.risk.Standing;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneRecord;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Risk: its decisions in a lane, its tables, its heartbeat. */
final class SimulatedRisk extends SimulatedProcess implements LaneHandler, Market {
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final AccountLimits LIMITS =
      new AccountLimits(
          new RiskLimits(
              Quantity.of("0.05"),
              Quantity.of("20000"),
              Money.of("50000", Currency.USD),
              Quantity.of("60000"),
              Money.of("150000", Currency.USD),
              Duration.ofSeconds(30),
              Duration.ZERO,
              Quantity.of("0.01"),
              new ExposureLimits(
                  Money.of("300000", Currency.USD),
                  Money.of("300000", Currency.USD),
                  Money.of("300000", Currency.USD),
                  Quantity.of("10")),
              new FlowLimits(
                  1000,
                  1000,
                  1_000_000,
                  Duration.ofMinutes(1),
                  Quantity.of("0.5"),
                  Duration.ofMinutes(1))),
          Map.of(),
          List.of());

  private final Database database = new Database(true);
  private final Map<InstrumentId, Quantity> positions = new HashMap<>();
  private final Map<Holding, Quantity> holdings = new HashMap<>();
  private final Map<ClientOrderId, OpenOrder> orders = new LinkedHashMap<>();
  private final List<DecidedSignal> signals = new ArrayList<>();
  private final Map<FillId, AppliedFill> fills = new LinkedHashMap<>();
  private final Map<SignalId, Parent> parents = new LinkedHashMap<>();
  private final Map<String, HaltChanged> wanted = new LinkedHashMap<>();
  private SimulatedLane lane;
  private ControlReader control;
  private @Nullable RiskState state;
  private long beatNanos;
  private long beats;

  SimulatedRisk(World world) {
    super("risk", world);
    lane = newLane();
    control = new ControlReader(world.control(), world.clock(), told -> told);
  }

  private SimulatedLane newLane() {
    var fresh = new SimulatedLane(this, List.of(Topic.ORDER_EVENTS, Topic.SIGNALS), database, 0);
    fresh.handledBy(this);
    return fresh;
  }

  void turn() {
    control.read();
    lane.turn();
    if (state != null && nextOfParents(state).isPresent()) {
      lane.submit(this::workParents, Urgency.NOW);
    }
  }

  private Optional<ParentStep> nextOfParents(RiskState mine) {
    return mine.parents().working().stream()
        .flatMap(parent -> ParentDecider.next(mine, parent, view(List.of())).stream())
        .findFirst();
  }

  private void workParents(LaneTransaction tx) {
    RiskState mine = own();
    for (var step = nextOfParents(mine); step.isPresent(); step = nextOfParents(mine)) {
      ParentStep made = step.get();
      mine.apply(made);
      made.commands()
          .forEach(command -> tx.publish(Topic.ORDERS, World.ACCOUNT, command, made.at()));
      if (made.decision() != null) {
        Repeatable.require(made.decision());
        tx.publish(Topic.DECISIONS, World.ACCOUNT, made.decision(), made.at());
      }
    }
  }

  @Override
  void died() {
    state = null;
  }

  @Override
  void started() {
    lane = newLane();
    control = new ControlReader(world().control(), world().clock(), told -> told);
  }

  /** What is durable. */
  SavedState saved() {
    return new SavedState(
        positions,
        holdings,
        List.copyOf(orders.values()),
        signals,
        List.copyOf(fills.values()),
        parents.values().stream().filter(parent -> !parent.ended()).toList());
  }

  @Override
  public void opened(int partition) {
    state = new RiskState(World.ACCOUNT, Currency.USD, saved());
    state.equity(Money.of("100000", Currency.USD));
  }

  @Override
  public void closed(int partition) {
    state = null;
  }

  @Override
  public void on(LaneRecord record, LaneTransaction tx) {
    RiskState mine = own();
    switch (record.envelope().body()) {
      case Signal signal ->
          RiskDecider.decide(mine, signal, view(List.of(record.position())))
              .ifPresent(
                  made -> {
                    mine.apply(made);
                    publish(made, tx);
                  });
      case AccountHaltRequested asked -> want(asked);
      case OrderEvent event ->
          mine.evolve(event)
              .ifPresent(
                  why -> {
                    throw new Violation(why);
                  });
      default -> throw new Violation("no business of risk: " + record);
    }
  }

  private RiskState own() {
    if (state == null) {
      throw new Violation("risk decides without its state");
    }
    return state;
  }

  private RiskView view(List<InputOffset> offsets) {
    return new RiskView(
        this,
        LIMITS,
        control.complete().orElse(null),
        Standing.NORMAL,
        world().marketTime(),
        world().clock().instant(),
        Duration.ofSeconds(5),
        offsets);
  }

  private void publish(RiskDecision made, LaneTransaction tx) {
    if (made.command() != null) {
      tx.publish(Topic.ORDERS, World.ACCOUNT, made.command(), world().marketTime());
    }
    Repeatable.require(made.decision());
    tx.publish(Topic.DECISIONS, World.ACCOUNT, made.decision(), world().marketTime());
  }

  private void want(AccountHaltRequested asked) {
    var halt =
        new HaltChanged(
            HaltScope.of(World.ACCOUNT),
            new HaltId(asked.code().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
            HaltStatus.ACTIVE,
            HaltMode.HALTED,
            RiskTier.NORMAL,
            asked.detail(),
            "service:risk",
            asked.at(),
            false,
            true);
    lane.current().write(() -> wanted.put(halt.key(), halt));
  }

  @Override
  public void flush() {
    SavedState changes = own().takeChanges();
    lane.current()
        .write(
            () -> {
              positions.putAll(changes.positions());
              holdings.putAll(changes.holdings());
              for (OpenOrder order : changes.orders()) {
                orders.remove(order.draft().clientOrderId());
                orders.put(order.draft().clientOrderId(), order);
              }
              signals.addAll(changes.signals());
              changes.parents().forEach(this::store);
              changes.fills().forEach(fill -> fills.put(fill.fillId(), fill));
            });
  }

  private void store(Parent parent) {
    if (world().wiring().keepsProgress()) {
      parents.put(parent.signalId(), parent);
    } else {
      parents.putIfAbsent(parent.signalId(), parent);
    }
  }

  @Override
  public void turned(Set<Integer> partitions) {
    wanted.values().forEach(halt -> world().control().append(halt));
    wanted.clear();
    long now = world().clock().nanos();
    if (beats == 0 || now - beatNanos >= BEAT.toNanos()) {
      beatNanos = now;
      world()
          .control()
          .append(
              new RiskHeartbeat(
                  "risk-0", ++beats, List.copyOf(partitions), world().clock().instant()));
    }
  }

  @Override
  public @Nullable InstrumentDefined instrument(InstrumentId instrument) {
    return world().instrument(instrument).orElse(null);
  }

  @Override
  public @Nullable Quoted quote(InstrumentId instrument) {
    QuoteTick tick = world().lastTick(instrument);
    return tick == null ? null : new Quoted(tick, null);
  }

  @Override
  public Optional<Price> rate(Currency from, Currency to, Instant now) {
    return Optional.of(new Price(1, 0));
  }
}
