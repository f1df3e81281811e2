package io.palmyra.core.venue;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What works at the venue, by instrument, in the order of receipt, and the ticks it has seen. */
final class WorkingOrders {
  private final Map<InstrumentId, List<WorkingOrder>> orders = new HashMap<>();
  private final Map<InstrumentId, Long> ticks = new HashMap<>();

  /** Counts a tick; gives the orders that were received before it. */
  List<WorkingOrder> onTick(InstrumentId instrument) {
    ticks.merge(instrument, 1L, Long::sum);
    List<WorkingOrder> here = orders.get(instrument);
    return here == null ? List.of() : List.copyOf(here);
  }

  /** Whether an order has seen a tick of its instrument before the present one. */
  boolean rested(WorkingOrder order) {
    return ticks.getOrDefault(order.instrument(), 0L) - order.receivedAfter() > 1;
  }

  void add(AccountId account, ClientOrderId id, InstrumentId instrument, Instant day) {
    long before = ticks.getOrDefault(instrument, 0L);
    orders
        .computeIfAbsent(instrument, _ -> new ArrayList<>())
        .add(new WorkingOrder(account, id, instrument, before, day));
  }

  void remove(AccountId account, InstrumentId instrument, ClientOrderId id) {
    List<WorkingOrder> here = orders.get(instrument);
    if (here != null) {
      here.removeIf(each -> each.account().equals(account) && each.id().equals(id));
    }
  }
}
