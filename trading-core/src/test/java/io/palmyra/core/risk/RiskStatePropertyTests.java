package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.FillCorrected;
import io.palmyra.contracts.orderevent.OrderAccepted;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderReplaceRejected;
import io.palmyra.contracts.orderevent.OrderReplaced;
import io.palmyra.contracts.orderevent.OrderUnknown;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.FullForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of orders, with repeats, late news and restarts, against a plain model that counts
 * whole lots in {@code long}.
 */
class RiskStatePropertyTests {
  private static final long LIMIT = 150;

  /** An order as the venue has it. */
  private static final class Plain {
    final OpenOrder order;
    final int sign;
    long quantity;
    long asked;
    long filled;
    boolean over;
    ClientOrderId id;
    ClientOrderId askedId;

    Plain(OpenOrder order, long quantity) {
      this.order = order;
      this.sign = order.side().sign();
      this.quantity = quantity;
      this.id = order.id();
    }

    long open() {
      return over ? 0 : Math.max(quantity, asked) - filled;
    }
  }

  static List<Long> seeds() {
    return java.util.stream.LongStream.rangeClosed(1, FullForm.orQuarter(400)).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void exposureIsNeverAboveTheLimitAndFreedExactlyOnce(long seed) {
    var random = new Random(seed);
    var world = new RiskWorld();
    world.limited(RiskWorld.limits("0.05", "100000", "9000000", "150000", "9000000"));
    var plain = new ArrayList<Plain>();
    var sent = new ArrayList<OrderEvent>();
    var stored = new Stored();
    long position = 0;

    for (int step = 0; step < 120; step++) {
      world.now = world.now.plusSeconds(2);
      world.quote("EURUSD.SIM", "1.10000", "1.10020");
      int action = random.nextInt(10);
      if (action < 4) {
        propose(world, plain, random, position);
      } else if (action < 8 && !plain.isEmpty()) {
        Plain order = plain.get(random.nextInt(plain.size()));
        OrderEvent event = next(world, order, random);
        if (event != null) {
          if (event instanceof OrderFilled fill) {
            position += order.sign * lots(fill.lastQuantity());
          }
          sent.add(event);
          world.state.evolve(event);
        }
      } else if (!sent.isEmpty()) {
        OrderEvent again = sent.get(random.nextInt(sent.size()));
        if (!(again instanceof OrderUnknown || again instanceof OrderReplaceRejected)) {
          world.state.evolve(again);
        }
      }
      stored.take(world.state.takeChanges());
      if (random.nextInt(25) == 0) {
        world.state = stored.loaded();
      }
      assertAgrees(world, plain, position, "seed " + seed + " step " + step);
    }
  }

  private static void assertAgrees(RiskWorld world, List<Plain> plain, long position, String at) {
    long buy = plain.stream().filter(o -> o.sign > 0).mapToLong(Plain::open).sum();
    long sell = plain.stream().filter(o -> o.sign < 0).mapToLong(Plain::open).sum();
    Exposure found = world.state.exposure(RiskWorld.EURUSD);
    assertThat(lots(found.position())).as("position at %s", at).isEqualTo(position);
    assertThat(lots(found.workingBuy())).as("buys at %s", at).isEqualTo(buy);
    assertThat(lots(found.workingSell())).as("sells at %s", at).isEqualTo(sell);
    assertThat(position + buy).as("longest at %s", at).isLessThanOrEqualTo(LIMIT);
    assertThat(sell - position).as("shortest at %s", at).isLessThanOrEqualTo(LIMIT);
  }

  private static void propose(RiskWorld world, List<Plain> plain, Random random, long position) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long quantity = 1 + random.nextInt(60);
    long buy = plain.stream().filter(o -> o.sign > 0).mapToLong(Plain::open).sum();
    long sell = plain.stream().filter(o -> o.sign < 0).mapToLong(Plain::open).sum();
    if (random.nextInt(4) == 0 && !plain.isEmpty()) {
      Plain order = plain.get(random.nextInt(plain.size()));
      var decision = world.decided(world.replace(order.id, quantity + "000"));
      boolean mayAsk = !order.over && order.asked == 0;
      if (decision.command() instanceof io.palmyra.contracts.order.ReplaceOrder replace) {
        assertThat(mayAsk).isTrue();
        order.asked = quantity;
        order.askedId = replace.newClientOrderId();
      }
      return;
    }
    boolean fits =
        side == Side.BUY ? position + buy + quantity <= LIMIT : sell + quantity - position <= LIMIT;
    boolean reduces = side == Side.BUY ? quantity <= -position - buy : quantity <= position - sell;
    // Apart from each other, so that own orders never meet.
    String price = side == Side.BUY ? "1.09990" : "1.10030";
    var decision = world.decided(world.limit(side, quantity + "000", price));
    if (decision.command() instanceof SubmitOrder) {
      assertThat(fits).isTrue();
      plain.add(new Plain(world.open(), quantity));
    } else {
      String code = ((SignalDenied) decision.decision()).code();
      assertThat(code).isIn("POSITION_LIMIT", "UNKNOWN_ORDER");
      assertThat(code.equals("UNKNOWN_ORDER") || !(fits || reduces)).isTrue();
    }
  }

  private static OrderEvent next(RiskWorld world, Plain plain, Random random) {
    var paper = RiskWorld.PAPER;
    var instrument = RiskWorld.EURUSD;
    var at = RiskWorld.NOON;
    if (plain.over) {
      return null;
    }
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        long left = plain.quantity - plain.filled;
        if (left <= 0) {
          return null;
        }
        long last = 1 + random.nextLong(left);
        plain.filled += last;
        OrderFilled made = fill(world, plain, last);
        plain.over = plain.filled == plain.quantity;
        return made;
      }
      case 3 -> {
        plain.over = true;
        return random.nextBoolean()
            ? new io.palmyra.contracts.orderevent.OrderCanceled(
                plain.id, paper, instrument, at, quantity(plain.filled), "asked")
            : new OrderExpired(plain.id, paper, instrument, at, quantity(plain.filled));
      }
      case 4 -> {
        if (plain.filled > 0) {
          return null;
        }
        plain.over = true;
        return random.nextBoolean()
            ? new OrderDenied(plain.id, paper, instrument, at, "HALTED", "")
            : new OrderRejected(plain.id, paper, instrument, at, "NO", "");
      }
      case 5 -> {
        return new OrderUnknown(plain.id, paper, instrument, at, "cut off");
      }
      case 6 -> {
        return new OrderAccepted(
            plain.id, paper, instrument, at, new io.palmyra.contracts.id.VenueOrderId("v"));
      }
      default -> {
        if (plain.asked == 0) {
          return null;
        }
        boolean done = plain.asked > plain.filled && random.nextBoolean();
        OrderEvent event =
            done
                ? new OrderReplaced(
                    plain.id,
                    paper,
                    instrument,
                    at,
                    plain.askedId,
                    quantity(plain.asked),
                    Price.of("1.10000"),
                    null)
                : new OrderReplaceRejected(plain.id, paper, instrument, at, "NO", "");
        if (done) {
          plain.quantity = plain.asked;
          plain.id = plain.askedId;
        }
        plain.asked = 0;
        return event;
      }
    }
  }

  private static OrderFilled fill(RiskWorld world, Plain plain, long last) {
    OrderFilled made = world.fill(plain.order, last + "000", plain.filled + "000");
    return new OrderFilled(
        plain.id,
        made.account(),
        made.instrument(),
        made.at(),
        made.venueOrderId(),
        made.signalId(),
        made.source(),
        made.side(),
        made.fillId(),
        made.executionId(),
        made.lastQuantity(),
        made.lastPrice(),
        made.cumulativeQuantity(),
        quantity(plain.quantity - plain.filled),
        made.fee(),
        made.liquidity(),
        made.venueTime());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fillsInAnyOrderAndNumberGiveTheSamePosition(long seed) {
    var random = new Random(seed);
    var world = new RiskWorld();
    world.decided(world.limit(Side.SELL, "50000", "1.10000"));
    OpenOrder order = world.open();
    var fills = new ArrayList<OrderEvent>();
    long total = 0;
    while (total < 50) {
      long last = Math.min(50 - total, 1 + random.nextInt(20));
      total += last;
      fills.add(world.fill(order, last + "000", total + "000"));
    }
    var delivered = new ArrayList<OrderEvent>();
    for (OrderEvent fill : fills) {
      delivered.addAll(java.util.Collections.nCopies(1 + random.nextInt(4), fill));
    }
    java.util.Collections.shuffle(delivered, random);

    delivered.forEach(world.state::evolve);

    assertThat(lots(world.state.position(RiskWorld.EURUSD))).isEqualTo(-50);
    assertThat(world.state.open()).isEmpty();
    assertThat(lots(world.state.exposure(RiskWorld.EURUSD).workingSell())).isZero();

    OrderFilled first = (OrderFilled) fills.getFirst();
    var bust =
        new FillCorrected(
            order.id(),
            RiskWorld.PAPER,
            RiskWorld.EURUSD,
            RiskWorld.NOON,
            first.fillId(),
            Quantity.ZERO,
            first.lastPrice(),
            Money.zero(RiskWorld.USD));
    assertThat(world.state.evolve(bust)).isEmpty();
    assertThat(world.state.evolve(bust)).isEmpty();
    assertThat(lots(world.state.position(RiskWorld.EURUSD)))
        .isEqualTo(-50 + lots(first.lastQuantity()));
  }

  private static long lots(Quantity quantity) {
    assertThat(quantity.isMultipleOf(Quantity.of("1000"))).isTrue();
    return quantity.atScale(0).mantissa() / 1000;
  }

  private static Quantity quantity(long lots) {
    return new Quantity(lots * 1000, 0);
  }

  /** Stands for the database: rows by key. */
  private static final class Stored {
    final Map<Object, Quantity> positions = new HashMap<>();
    final Map<Holding, Quantity> holdings = new HashMap<>();
    final Map<Object, OpenOrder> orders = new LinkedHashMap<>();
    final Map<Object, DecidedSignal> signals = new LinkedHashMap<>();
    final Map<Object, AppliedFill> fills = new LinkedHashMap<>();

    void take(SavedState changes) {
      positions.putAll(changes.positions());
      holdings.putAll(changes.holdings());
      changes.orders().forEach(order -> orders.put(order.id(), order));
      changes.signals().forEach(signal -> signals.put(signal.signalId(), signal));
      changes.fills().forEach(fill -> fills.put(fill.fillId(), fill));
    }

    RiskState loaded() {
      var held = new HashMap<io.palmyra.contracts.id.InstrumentId, Quantity>();
      positions.forEach((k, v) -> held.put((io.palmyra.contracts.id.InstrumentId) k, v));
      var state =
          new RiskState(
              RiskWorld.PAPER,
              RiskWorld.USD,
              new SavedState(
                  held,
                  holdings,
                  List.copyOf(orders.values()),
                  List.copyOf(signals.values()),
                  List.copyOf(fills.values())));
      state.equity(Money.of("100000", RiskWorld.USD));
      return state;
    }
  }
}
