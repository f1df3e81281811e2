package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.FullForm;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept up to date with each change equals what is added up from all orders. */
class OpenOrdersPropertyTests {
  private static final List<InstrumentId> INSTRUMENTS =
      List.of(new InstrumentId("EURUSD.SIM"), new InstrumentId("FCPO.SIM"));
  private static final List<SignalSource> SOURCES =
      List.of(new SignalSource("strategy:a"), new SignalSource("person:b"));

  private final Map<ClientOrderId, OpenOrder> plain = new LinkedHashMap<>();
  private final OpenOrders open = new OpenOrders();

  static List<Long> seeds() {
    return LongStream.rangeClosed(1, FullForm.orQuarter(200)).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumsAreThoseOfAllOrders(long seed) {
    var random = new Random(seed);
    for (int step = 0; step < 150; step++) {
      var id = new ClientOrderId(String.format(Locale.ROOT, "%032x", random.nextInt(12)));
      if (random.nextInt(4) == 0) {
        plain.remove(id);
        open.remove(id);
      } else {
        OpenOrder order = order(id, random);
        plain.put(id, order);
        open.put(order);
      }
      check(random);
    }
  }

  private void check(Random random) {
    assertThat(open.all()).containsExactlyElementsOf(plain.values());
    assertThat(open.limited())
        .containsExactlyInAnyOrderElementsOf(
            plain.values().stream().filter(order -> order.draft().limitPrice() != null).toList());
    OpenOrder without =
        plain.isEmpty() || random.nextBoolean()
            ? null
            : List.copyOf(plain.values()).get(random.nextInt(plain.size()));
    for (InstrumentId instrument : INSTRUMENTS) {
      assertThat(open.of(instrument))
          .isEqualTo(
              added(holding -> holding.instrument().equals(instrument), null)
                  .getOrDefault(instrument, Exposure.NONE));
    }
    for (SignalSource source : SOURCES) {
      var kept = new HashMap<InstrumentId, Exposure>();
      open.addTo(kept, holding -> holding.source().equals(source), without);
      assertThat(kept).isEqualTo(added(holding -> holding.source().equals(source), without));
    }
  }

  private Map<InstrumentId, Exposure> added(Predicate<Holding> which, @Nullable OpenOrder without) {
    var sums = new HashMap<InstrumentId, Exposure>();
    for (OpenOrder order : plain.values()) {
      if (which.test(new Holding(order.source(), order.instrument())) && !order.equals(without)) {
        sums.merge(
            order.instrument(),
            new Exposure(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, order.unknown())
                .with(order.side(), order.open()),
            Exposure::plus);
      }
    }
    return sums;
  }

  private static OpenOrder order(ClientOrderId id, Random random) {
    boolean limited = random.nextBoolean();
    var draft =
        new OrderDraft(
            id,
            INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())),
            random.nextBoolean() ? Side.BUY : Side.SELL,
            limited ? OrderType.LIMIT : OrderType.MARKET,
            Quantity.of("10"),
            limited ? Price.of("1.1") : null,
            null,
            null,
            TimeInForce.GTC,
            false);
    return OpenOrder.accepted(
            draft, new SignalId(id.value()), SOURCES.get(random.nextInt(SOURCES.size())))
        .filledTo(Quantity.of(Integer.toString(random.nextInt(11))))
        .withUnknown(random.nextInt(5) == 0);
  }
}
