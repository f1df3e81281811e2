package io.palmyra.execution.simulation;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.AccountIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens to one account, on one thread and in a virtual time: market, people,
 * strategy, risk, two instances of execution, venue and portfolio. What happens next is drawn from
 * the seed, and so is what goes wrong.
 */
final class World {
  static final AccountId ACCOUNT = new AccountId("simulated");
  static final int PARTITION = 0;
  private static final int STEPS = 1_500;
  static final AccountIdentity IDENTITY =
      new AccountIdentity(ACCOUNT, new VenueId("SIMULATED"), PARTITION);

  private final Chance chance;
  private final VirtualClock clock = new VirtualClock();
  private final Topics topics = new Topics();
  private final ControlLog control = new ControlLog(clock);
  private final Wiring wiring;
  private final Database executionTables;
  private final OrderTable orders = new OrderTable();
  private final LeaseTable lease;
  private final Faults faults;
  private final Oracle oracle;
  private final SimulatedVenue venue;
  private final SimulatedRisk risk;
  private final SimulatedPortfolio portfolio;
  private final SimulatedStrategy strategy;
  private final List<ExecutionProcess> owners = new ArrayList<>();
  private final List<SimulatedProcess> processes = new ArrayList<>();
  private final People people;
  private final Map<InstrumentId, QuoteTick> ticks = new HashMap<>();
  private final int paceMillis;
  private Instant marketTime;
  private long ids;

  World(long seed, Wiring wiring) {
    this.wiring = wiring;
    executionTables = new Database(wiring.fences());
    lease = new LeaseTable(clock, executionTables);
    chance = new Chance(seed);
    faults = new Faults(chance, 1 + chance.below(4));
    paceMillis = 4 + chance.below(40);
    marketTime = clock.instant();
    oracle = new Oracle(this);
    venue = new SimulatedVenue(this, oracle);
    risk = new SimulatedRisk(this);
    portfolio = new SimulatedPortfolio(this);
    strategy = new SimulatedStrategy(this, 1 + chance.below(8));
    owners.add(new ExecutionProcess("execution-a", this, wiring));
    owners.add(new ExecutionProcess("execution-b", this, wiring));
    processes.addAll(owners);
    processes.addAll(List.of(risk, portfolio, strategy));
    people = new People(this);
    for (InstrumentDefined each : SimulatedVenue.INSTRUMENTS) {
      append(Topic.INSTRUMENTS, each);
      ticks.put(each.instrument(), quote(each.instrument(), 110_000, "0", "0"));
    }
    control.liftInitial();
  }

  /** A world that has lived, has come to rest, and was found to be right. */
  static World lived(long seed, Wiring wiring) {
    var world = new World(seed, wiring);
    world.run(STEPS);
    world.settle();
    Settlement.check(world);
    return world;
  }

  Wiring wiring() {
    return wiring;
  }

  Chance chance() {
    return chance;
  }

  VirtualClock clock() {
    return clock;
  }

  Topics topics() {
    return topics;
  }

  ControlLog control() {
    return control;
  }

  Database executionTables() {
    return executionTables;
  }

  OrderTable orders() {
    return orders;
  }

  LeaseTable lease() {
    return lease;
  }

  Faults faults() {
    return faults;
  }

  Oracle oracle() {
    return oracle;
  }

  SimulatedVenue venue() {
    return venue;
  }

  SimulatedRisk risk() {
    return risk;
  }

  SimulatedPortfolio portfolio() {
    return portfolio;
  }

  List<ExecutionProcess> owners() {
    return owners;
  }

  Instant marketTime() {
    return marketTime;
  }

  @Nullable QuoteTick lastTick(InstrumentId instrument) {
    return ticks.get(instrument);
  }

  Optional<InstrumentDefined> instrument(InstrumentId id) {
    return SimulatedVenue.INSTRUMENTS.stream()
        .filter(each -> each.instrument().equals(id))
        .findFirst();
  }

  String newId() {
    return "id-" + ++ids;
  }

  void propose(Signal signal) {
    append(Topic.SIGNALS, signal);
  }

  private void append(Topic topic, Message body) {
    topics.append(topic, new Envelope<>(newId(), marketTime, clock.instant(), null, null, body));
  }

  /** Lets so many things happen. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
    }
  }

  /** The others go on while somebody is stopped within a step. */
  void passWithout(Duration length) {
    long until = clock.nanos() + length.toNanos();
    faults.within(
        () -> {
          while (clock.nanos() < until) {
            clock.advance(Duration.ofMillis(40));
            step();
          }
        });
  }

  private void step() {
    clock.advance(Duration.ofMillis(chance.below(2 * paceMillis)));
    switch (chance.below(24)) {
      case 0, 1, 2 -> tick();
      case 3, 4, 5, 6, 7 -> venue.step();
      case 8, 9, 10, 11, 12 -> turn(owners.getFirst());
      case 13, 14, 15, 16 -> turn(owners.getLast());
      case 17, 18, 19 -> turn(risk);
      case 20 -> turn(portfolio);
      case 21 -> turn(strategy);
      case 22 -> act();
      default -> fate();
    }
  }

  private void act() {
    if (!faults.isOver() && chance.oneIn(2)) {
      people.act();
    }
  }

  private void turn(SimulatedProcess process) {
    if (process.runs()) {
      process.step(
          () -> {
            switch (process) {
              case ExecutionProcess execution -> execution.turn();
              case SimulatedRisk one -> one.turn();
              case SimulatedPortfolio one -> one.turn();
              case SimulatedStrategy one -> one.turn();
              default -> throw new IllegalStateException(process.name());
            }
          });
    }
  }

  /** Processes are killed, started and stopped, and hear nothing of control for a while. */
  private void fate() {
    SimulatedProcess struck = chance.of(processes);
    if (!struck.isUp()) {
      if (chance.oneIn(3)) {
        struck.start();
      }
    } else if (struck.runs() && faults.strikes(12)) {
      struck.kill();
    }
    if (faults.strikes(30)) {
      venue.bust();
    }
    ExecutionProcess deaf = chance.of(owners);
    deaf.cutOff(faults.strikes(6));
  }

  private void tick() {
    InstrumentId instrument = chance.of(SimulatedVenue.INSTRUMENTS).instrument();
    QuoteTick last = ticks.get(instrument);
    long mid = last == null ? 110_000 : last.bid().mantissa() + chance.below(21) - 10;
    String size = chance.oneIn(2) ? "0" : Integer.toString(1000 * (1 + chance.below(6)));
    QuoteTick next = quote(instrument, mid, size, size);
    ticks.put(instrument, next);
    marketTime = next.time();
    append(Topic.TICKS, next);
    venue.onTick(next);
  }

  private QuoteTick quote(InstrumentId instrument, long bid, String bidSize, String askSize) {
    return new QuoteTick(
        instrument,
        new Price(bid, 5),
        new Price(bid + 2, 5),
        Quantity.of(bidSize),
        Quantity.of(askSize),
        clock.instant(),
        "simulated");
  }

  /** Nothing goes wrong any more; everything comes to rest. */
  void settle() {
    faults.end();
    processes.forEach(SimulatedProcess::start);
    owners.forEach(one -> one.cutOff(false));
    people.liftAll();
    rounds(400, 100);
    people.liftAll();
    rounds(200, 100);
    people.cancelAll();
    rounds(200, 100);
  }

  private void rounds(int count, int millis) {
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofMillis(millis));
      owners.forEach(one -> one.step(one::allTurns));
      venue.settle();
      tick();
      venue.settle();
      risk.step(risk::turn);
      portfolio.step(portfolio::turn);
    }
  }
}
