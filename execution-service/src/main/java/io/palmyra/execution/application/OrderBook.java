package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.execution.OrderState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The orders of an account that are not final, in memory. The lane's thread writes; the thread that
 * sends, and halts that cancel, read it without asking a database.
 */
final class OrderBook {
  private final Map<ClientOrderId, Order> open = new ConcurrentHashMap<>();
  private volatile @Nullable List<Order> dropped;

  void load(Collection<Order> orders) {
    open.clear();
    orders.forEach(this::put);
    dropped = null;
  }

  void put(Order order) {
    if (order.state().terminal()) {
      open.remove(order.id());
    } else {
      open.put(order.id(), order);
    }
  }

  /** Knows nothing for certain any more, until it is loaded. */
  void drop() {
    if (dropped == null) {
      dropped = List.copyOf(open.values());
    }
    open.clear();
  }

  void forget(ClientOrderId id) {
    open.remove(id);
  }

  /**
   * A book of its own with what may work at the venue by now, under each of its names: what is
   * known, or what was when that was dropped.
   */
  OrderBook mayWork() {
    List<Order> last = dropped;
    var copy = new OrderBook();
    for (Order order : last == null ? open.values() : last) {
      copy.put(order);
      if (order.replacement() != null) {
        copy.put(order.as(order.replacement()));
      }
    }
    return copy;
  }

  Optional<Order> find(ClientOrderId id) {
    return Optional.ofNullable(open.get(id));
  }

  List<Order> all() {
    return List.copyOf(open.values());
  }

  boolean unknownIn(InstrumentId instrument) {
    for (Order order : open.values()) {
      if (order.state() instanceof OrderState.Unknown
          && order.command().instrument().equals(instrument)) {
        return true;
      }
    }
    return false;
  }
}
