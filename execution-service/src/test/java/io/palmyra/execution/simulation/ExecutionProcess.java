package io.palmyra.execution.simulation;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.execution.application.Control;
import io.palmyra.execution.application.DeskParts;
import io.palmyra.execution.application.Journal;
import io.palmyra.execution.application.SimulatedOwner;
import io.palmyra.platform.lane.Urgency;
import io.palmyra.platform.lease.Held;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instance of execution: waits for the lease, then owns the account with the code as it is. */
final class ExecutionProcess extends SimulatedProcess {
  static final Duration STALE_AFTER = Duration.ofSeconds(3);
  private static final Duration HALT_AFTER = Duration.ofSeconds(60);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration CHECK = Duration.ofSeconds(1);
  private static final DeskParts.Rules RULES =
      new DeskParts.Rules(false, Duration.ofSeconds(4), Duration.ofSeconds(5));

  private final Wiring wiring;
  private ControlReader control;
  private boolean cutOff;
  private @Nullable Held held;
  private @Nullable SimulatedLane lane;
  private @Nullable SimulatedOwner owner;
  private long checkedNanos;

  ExecutionProcess(String name, World world, Wiring wiring) {
    super(name, world);
    this.wiring = wiring;
    this.control = new ControlReader(world.control(), world.clock(), wiring::heard);
  }

  ControlReader control() {
    return control;
  }

  /** Hears nothing of control, or hears of it again. */
  void cutOff(boolean from) {
    cutOff = from;
  }

  /** A turn of one of its threads. */
  void turn() {
    switch (world().chance().below(5)) {
      case 0 -> lease();
      case 1 -> listen();
      case 2 -> applying();
      case 3 -> sending();
      default -> driving();
    }
  }

  void allTurns() {
    lease();
    listen();
    applying();
    sending();
    driving();
  }

  private void listen() {
    if (!cutOff) {
      control.read();
    }
  }

  private void lease() {
    Held mine = held;
    if (mine == null) {
      world().lease().acquire(this).ifPresent(this::own);
    } else if (world().clock().nanos() - checkedNanos >= CHECK.toNanos()) {
      checkedNanos = world().clock().nanos();
      world().lease().check(this, mine);
      if (mine.revoked()) {
        letGo();
      }
    }
  }

  private void own(Held taken) {
    var mine =
        new SimulatedLane(this, List.of(Topic.ORDERS), world().executionTables(), taken.epoch());
    Journal journal =
        wiring.journal(world().orders().of(mine, world().executionTables(), taken.epoch()));
    var parts =
        new DeskParts(
            journal,
            new Control(
                control::complete,
                wiring.heedsStaleness() ? STALE_AFTER : NEVER,
                wiring.heedsStaleness() ? HALT_AFTER : NEVER),
            (account, code, detail) -> unarm(journal, taken, code, detail),
            world().clock().clocks(),
            RULES);
    var begun =
        new SimulatedOwner(
            World.IDENTITY,
            parts,
            taken,
            mine::submit,
            wiring.connector(world().venue().reachedBy(this)));
    mine.handledBy(begun.handler());
    held = taken;
    lane = mine;
    owner = begun;
    checkedNanos = world().clock().nanos();
  }

  /** As the service does it: flag, make durable, tell. */
  private void unarm(Journal journal, Held under, String code, String detail) {
    world().oracle().haltAsked(code, detail);
    AccountId account = World.ACCOUNT;
    var asked = new AccountHaltRequested(account, code, detail, world().clock().instant());
    if (owner != null) {
      owner.flag(code + ": " + detail);
    }
    journal.unarm(account, under.epoch(), code, detail, asked.at());
    if (lane != null) {
      lane.submit(tx -> tx.publish(Topic.ORDER_EVENTS, account, asked, asked.at()), Urgency.NOW);
    }
  }

  private void applying() {
    if (lane != null) {
      lane.turn();
    }
  }

  private void sending() {
    if (owner != null) {
      owner.send();
    }
  }

  private void driving() {
    if (owner != null && lane != null && lane.isOpen()) {
      owner.drive();
    }
  }

  /** A person's cancel. */
  void cancel(ClientOrderId id) {
    if (owner != null && lane != null && lane.isOpen()) {
      owner.cancel(id, "person:ada");
    }
  }

  /** A person lets it be armed again. */
  void rearm() {
    if (owner != null) {
      owner.rearm();
    }
  }

  boolean armed() {
    return owner != null && owner.armed();
  }

  @Override
  public String toString() {
    return name() + " lane open " + (lane != null && lane.isOpen()) + " owner " + owner;
  }

  private void letGo() {
    SimulatedOwner ending = owner;
    owner = null;
    held = null;
    if (ending != null) {
      ending.end();
    }
    lane = null;
  }

  @Override
  void died() {
    owner = null;
    held = null;
    lane = null;
    world().lease().broken(this);
  }

  @Override
  void started() {
    control = new ControlReader(world().control(), world().clock(), wiring::heard);
  }
}
