package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.execution.OrderState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The orders of an account that are not final, in memory. The lane's thread writes; the thread that
 * sends, and halts that cancel, read it without asking a database.
 */
final class OrderBook {
  private final Map<ClientOrderId, Order> open = new ConcurrentHashMap<>();

  void load(Collection<Order> orders) {
    open.clear();
    orders.forEach(this::put);
  }

  void put(Order order) {
    if (order.state().terminal()) {
      open.remove(order.id());
    } else {
      open.put(order.id(), order);
    }
  }

  void clear() {
    open.clear();
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
