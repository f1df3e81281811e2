package io.palmyra.core.risk;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The orders of an account that have not ended, and what of each source and instrument works: kept
 * up to date with each change, so that a check costs the same however many orders are open.
 */
final class OpenOrders {
  private final Map<ClientOrderId, OpenOrder> orders = new LinkedHashMap<>();
  private final Map<ClientOrderId, OpenOrder> limited = new LinkedHashMap<>();
  private final Map<Holding, Working> working = new HashMap<>();

  /**
   * What works.
   *
   * @param sum of what is open, without a word on fates
   * @param orders how many, those of which nothing is left to fill too
   * @param unknown of how many the fate is unknown
   */
  private record Working(Exposure sum, int orders, int unknown) {
    static final Working NONE = new Working(Exposure.NONE, 0, 0);

    Working with(OpenOrder order) {
      return new Working(sum.with(order.side(), order.open()), orders + 1, unknown + count(order));
    }

    Working without(OpenOrder order) {
      return new Working(
          sum.without(order.side(), order.open()), orders - 1, unknown - count(order));
    }

    private static int count(OpenOrder order) {
      return order.unknown() ? 1 : 0;
    }

    Exposure exposure() {
      return new Exposure(sum.position(), sum.workingBuy(), sum.workingSell(), unknown > 0);
    }
  }

  /** An order with that name, null if none is open. */
  @Nullable OpenOrder get(ClientOrderId id) {
    return orders.get(id);
  }

  /** All, the oldest first. */
  Collection<OpenOrder> all() {
    return Collections.unmodifiableCollection(orders.values());
  }

  /** Those with a limit, which may rest at the venue; the oldest first. */
  Collection<OpenOrder> limited() {
    return Collections.unmodifiableCollection(limited.values());
  }

  /** Takes an order as it is now; one that is known by its name keeps its place. */
  void put(OpenOrder order) {
    forget(orders.put(order.id(), order));
    Holding holding = holding(order);
    working.put(holding, working.getOrDefault(holding, Working.NONE).with(order));
    if (order.draft().limitPrice() == null) {
      limited.remove(order.id());
    } else {
      limited.put(order.id(), order);
    }
  }

  /** Takes an order as ended. */
  void remove(ClientOrderId id) {
    forget(orders.remove(id));
    limited.remove(id);
  }

  private void forget(@Nullable OpenOrder before) {
    if (before != null) {
      working.computeIfPresent(
          holding(before), (_, works) -> works.orders() == 1 ? null : works.without(before));
    }
  }

  private static Holding holding(OpenOrder order) {
    return new Holding(order.source(), order.instrument());
  }

  /** What works in one instrument. */
  Exposure of(InstrumentId instrument) {
    Exposure sum = Exposure.NONE;
    for (var each : working.entrySet()) {
      if (each.getKey().instrument().equals(instrument)) {
        sum = sum.plus(each.getValue().exposure());
      }
    }
    return sum;
  }

  /**
   * Adds what works to what is held.
   *
   * @param which of the sources and instruments
   * @param without an order that does not count, null for none
   */
  void addTo(
      Map<InstrumentId, Exposure> exposures,
      Predicate<Holding> which,
      @Nullable OpenOrder without) {
    OpenOrder left = without == null ? null : orders.get(without.id());
    working.forEach(
        (holding, works) -> {
          Working counted =
              left != null && holding(left).equals(holding) ? works.without(left) : works;
          if (which.test(holding) && counted.orders() > 0) {
            exposures.merge(holding.instrument(), counted.exposure(), Exposure::plus);
          }
        });
  }
}
