package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.Iceberg;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.Twap;
import io.palmyra.contracts.order.Vwap;
import io.palmyra.contracts.orderevent.FillCorrected;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.core.risk.parent.VolumeProfile;
import io.palmyra.testing.FullForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of parents under crashes between and within steps, redelivery, partial fills,
 * rejections, denials, cancels, halts and busts, against a venue that counts whole lots.
 */
class ParentPropertyTests {
  private static final long WHOLE = 40;

  private final ParentWorld world = new ParentWorld();
  private final Map<ClientOrderId, ChildAtVenue> venue = new LinkedHashMap<>();
  private final List<OrderEvent> told = new ArrayList<>();
  private StoredState stored = new StoredState();
  private boolean ended;

  static List<Long> seeds() {
    return LongStream.rangeClosed(1, FullForm.orQuarter(800)).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void childrenSumToNoMoreThanTheParentAndItEndsWithNoneOpen(long seed) {
    var random = new Random(seed);
    assertThat(world.proposed(world.limit(WHOLE + "000", algorithm(random)))).isEqualTo("ACCEPTED");
    commit();

    for (int step = 0; step < 200 && !ended; step++) {
      world.risk.now = world.risk.now.plusMillis(random.nextInt(4000));
      if (random.nextInt(10) > 0) {
        world.risk.quote("EURUSD.SIM", "1.10000", "1.10020");
      }
      act(random);
      assertHolds("seed " + seed + " step " + step);
    }
    settles(random);
    assertHolds("seed " + seed + " at rest");
    assertThat(ended).as("seed %d ended", seed).isTrue();
    assertThat(venue.values()).as("seed %d", seed).allMatch(child -> child.over);
    assertThat(world.risk.state.open()).as("seed %d", seed).isEmpty();
  }

  private ExecutionAlgorithm algorithm(Random random) {
    Duration over = Duration.ofSeconds(20 + random.nextInt(200));
    int slices = 1 + random.nextInt(12);
    var profile = new VolumeProfile();
    for (int i = 0; i < 90; i++) {
      profile.on(
          ParentWorld.bar(
              RiskWorld.NOON.minus(Duration.ofDays(1)), i, Integer.toString(random.nextInt(50))));
    }
    world.volumes = profile;
    return switch (random.nextInt(3)) {
      case 0 -> new Twap(over, slices);
      case 1 -> new Vwap(over, slices);
      default -> new Iceberg(Quantity.of((1 + random.nextInt(15)) + "000"));
    };
  }

  private void act(Random random) {
    switch (random.nextInt(24)) {
      case 0 -> world.risk.halted("account:paper", HaltMode.HALTED);
      case 1 -> world.risk.halted("all", HaltMode.REDUCE_ONLY);
      case 2, 3, 4 -> world.risk.control = RiskWorld.lifted(TradingControl.empty());
      case 5 -> crash();
      case 6 -> again(random);
      case 7 -> bust(random);
      case 8 -> {
        if (random.nextInt(12) == 0) {
          world.risk.decided(world.risk.cancel(world.parent().id()));
          commit();
        }
      }
      case 9, 10, 11, 12, 13, 14, 15 -> venueActs(random);
      default -> step(random);
    }
  }

  /** A step whose transaction may be lost as a whole, and after which the process may die. */
  private void step(Random random) {
    world
        .step()
        .ifPresent(
            made -> {
              if (random.nextInt(5) == 0) {
                crash();
                return;
              }
              commit();
              made.commands().forEach(command -> arrives(command, random));
              ended = made.parent().ended();
              if (random.nextInt(8) == 0) {
                crash();
              }
            });
  }

  private void arrives(io.palmyra.contracts.order.OrderCommand command, Random random) {
    switch (command) {
      case SubmitOrder submit -> {
        assertThat(venue).as("sent twice").doesNotContainKey(submit.clientOrderId());
        venue.put(
            submit.clientOrderId(),
            new ChildAtVenue(world.risk.state.find(submit.clientOrderId())));
      }
      case CancelOrder cancel -> {
        ChildAtVenue child = venue.get(cancel.clientOrderId());
        if (!child.over && random.nextInt(3) > 0) {
          ends(child, child.canceled());
        }
      }
      default -> throw new AssertionError(command);
    }
  }

  private void venueActs(Random random) {
    List<ChildAtVenue> open = venue.values().stream().filter(child -> !child.over).toList();
    if (open.isEmpty()) {
      return;
    }
    ChildAtVenue child = open.get(random.nextInt(open.size()));
    switch (random.nextInt(8)) {
      case 0 -> tell(child.unknown());
      case 1 -> tell(child.accepted());
      case 2 -> ends(child, child.canceled());
      case 3 -> ends(child, child.expired());
      case 4 -> {
        if (child.filled == 0) {
          ends(child, child.refused(random.nextBoolean()));
        }
      }
      default -> fills(child, 1 + random.nextLong(child.quantity - child.filled));
    }
  }

  private void fills(ChildAtVenue child, long lots) {
    child.filled += lots;
    child.over = child.filled == child.quantity;
    tell(world.filled(child.order, lots + "000", child.filled + "000"));
  }

  private void ends(ChildAtVenue child, OrderEvent event) {
    child.over = true;
    tell(event);
  }

  private void tell(OrderEvent event) {
    told.add(event);
    world.risk.state.evolve(event);
    commit();
  }

  /** Repeats of what is true for ever: fates that were unknown once are not told late. */
  private void again(Random random) {
    if (!told.isEmpty()) {
      OrderEvent event = told.get(random.nextInt(told.size()));
      if (!(event instanceof OrderUnknown)) {
        world.risk.state.evolve(event);
        commit();
      }
    }
  }

  private void bust(Random random) {
    List<OrderFilled> fills =
        told.stream().filter(OrderFilled.class::isInstance).map(OrderFilled.class::cast).toList();
    if (!fills.isEmpty()) {
      OrderFilled fill = fills.get(random.nextInt(fills.size()));
      world.risk.state.evolve(
          new FillCorrected(
              fill.clientOrderId(),
              RiskWorld.PAPER,
              RiskWorld.EURUSD,
              RiskWorld.NOON,
              fill.fillId(),
              Quantity.ZERO,
              fill.lastPrice(),
              Money.zero(RiskWorld.USD)));
      commit();
    }
  }

  private void commit() {
    stored.take(world.risk.state.takeChanges());
  }

  private void crash() {
    world.risk.state = stored.loaded();
  }

  /** All is well again: the parent comes to its end. */
  private void settles(Random random) {
    world.risk.control = RiskWorld.lifted(TradingControl.empty());
    for (int i = 0; i < 500 && !ended; i++) {
      world.risk.now = world.risk.now.plusSeconds(5);
      world.risk.quote("EURUSD.SIM", "1.10000", "1.10020");
      venue.values().stream()
          .filter(child -> !child.over)
          .toList()
          .forEach(child -> fills(child, child.quantity - child.filled));
      world
          .step()
          .ifPresent(
              made -> {
                commit();
                made.commands().forEach(command -> arrives(command, random));
                ended = made.parent().ended();
              });
    }
  }

  private void assertHolds(String at) {
    long taken = venue.values().stream().mapToLong(ChildAtVenue::taken).sum();
    long atVenue =
        venue.values().stream()
            .filter(child -> !child.over)
            .mapToLong(child -> child.quantity - child.filled)
            .sum();
    assertThat(taken).as("children at %s", at).isLessThanOrEqualTo(WHOLE);
    long open = ChildAtVenue.lots(world.risk.state.exposure(RiskWorld.EURUSD).workingBuy());
    assertThat(open).as("open at %s", at).isEqualTo(ended ? atVenue : atVenue + WHOLE - taken);
    if (!ended) {
      Parent parent = world.parent();
      assertThat(ChildAtVenue.lots(parent.taken())).as("taken at %s", at).isEqualTo(taken);
      assertThat(ChildAtVenue.lots(parent.filled()))
          .as("filled at %s", at)
          .isEqualTo(venue.values().stream().mapToLong(child -> child.filled).sum());
      assertThat(parent.working())
          .as("working at %s", at)
          .isEqualTo((int) venue.values().stream().filter(child -> !child.over).count());
    }
  }
}
