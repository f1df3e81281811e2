package io.palmyra.execution.simulation;

import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.Outcome;
import io.palmyra.core.venue.VenueBooks;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.core.venue.VenueRules;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.application.VenueListener;
import io.palmyra.execution.application.VenueSession;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The venue's own engine and books behind a network that delays, repeats and loses. */
final class SimulatedVenue {
  static final List<InstrumentDefined> INSTRUMENTS =
      new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 3, 2), true)
          .simulated().stream()
              .filter(each -> each.instrument().symbol().matches("EURUSD|GBPUSD"))
              .toList();

  private final World world;
  private final Oracle oracle;
  private final Matching matching =
      new Matching(
          new VenueRules(
              Money.of("1000000", Currency.USD), Quantity.of("0.0001"), Duration.ofHours(1)));
  private final List<Wire> wires = new ArrayList<>();
  private @Nullable Wire standing;

  SimulatedVenue(World world, Oracle oracle) {
    this.world = world;
    this.oracle = oracle;
    INSTRUMENTS.forEach(matching::define);
  }

  Matching matching() {
    return matching;
  }

  VenueBooks books() {
    return matching.books(World.ACCOUNT).orElseGet(() -> new VenueBooks(World.ACCOUNT));
  }

  void onTick(QuoteTick tick) {
    happened(matching.onTick(tick, world.clock().instant()));
  }

  /** What a process reaches the venue through. */
  VenueConnector reachedBy(ExecutionProcess process) {
    return (account, epoch, listener) -> connect(process, epoch, listener);
  }

  private VenueSession connect(ExecutionProcess process, long epoch, VenueListener listener)
      throws IOException {
    process.hazard();
    if (world.faults().strikes(6)) {
      throw new IOException("no connection");
    }
    Optional<List<VenueRecord>> records =
        matching.logOn(World.ACCOUNT, epoch, world.clock().instant());
    if (records.isEmpty()) {
      throw new IOException("FENCED");
    }
    if (standing != null) {
      standing.cutOff("replaced by a new session");
    }
    var wire = new Wire(world, this, oracle, process, epoch, listener);
    standing = wire;
    wires.add(wire);
    happened(records.get());
    return wire;
  }

  /** Takes a fill back, if there is any that stands. */
  void bust() {
    List<ExecutionId> fills =
        books().fillsAfter(0).stream()
            .map(VenueRecord::event)
            .filter(VenueEvent.Executed.class::isInstance)
            .map(event -> ((VenueEvent.Executed) event).executionId())
            .filter(execution -> books().fill(execution).isPresent())
            .toList();
    if (!fills.isEmpty()) {
      done(
          matching.bust(
              World.ACCOUNT, world.chance().of(fills), "off the market", world.clock().instant()));
    }
  }

  /** The session that stands ends, as by a failure of the network. */
  void breakConnection() {
    Wire wire = standing;
    if (wire != null) {
      standing = null;
      wire.cutOff("broken");
    }
  }

  boolean stands(Wire wire) {
    return standing == wire;
  }

  void gone(Wire wire) {
    if (standing == wire) {
      standing = null;
    }
  }

  /** Lets something move on some wire. */
  void step() {
    wires.removeIf(Wire::isDead);
    if (!wires.isEmpty()) {
      world.chance().of(wires).step();
    }
  }

  /** Everything moves as far as it can. */
  void settle() {
    List.copyOf(wires).forEach(Wire::settle);
  }

  /** Tells the session that stands what happened. */
  void happened(List<VenueRecord> records) {
    records.forEach(
        record -> {
          oracle.happened(record);
          Wire wire = standing;
          if (wire != null) {
            wire.tell(record);
          }
        });
  }

  /** What a request came to; its records are told. */
  Outcome done(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      happened(done.records());
    }
    return outcome;
  }
}
