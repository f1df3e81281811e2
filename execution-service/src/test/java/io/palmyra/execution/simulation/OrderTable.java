package io.palmyra.execution.simulation;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.execution.OrderState;
import io.palmyra.execution.application.Journal;
import io.palmyra.execution.application.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Execution's tables: what its journal keeps, whoever owns the account. */
final class OrderTable {
  private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
  private final Map<FillId, FillRecorded> fills = new LinkedHashMap<>();
  private final Map<FillId, FillAmended> corrections = new HashMap<>();
  private final Map<ClientOrderId, String> canceledBefore = new HashMap<>();
  private final Set<String> bookings = new HashSet<>();
  private final Map<InstrumentId, Quantity> positions = new HashMap<>();
  private long venueSequence;
  private long agreedSequence;
  private @Nullable String unarmed;

  Optional<Order> find(ClientOrderId id) {
    return Optional.ofNullable(orders.get(id));
  }

  List<Order> open() {
    return orders.values().stream().filter(order -> !order.state().terminal()).toList();
  }

  Collection<FillRecorded> fills() {
    return fills.values();
  }

  Map<InstrumentId, Quantity> positions() {
    return Map.copyOf(positions);
  }

  Optional<String> unarmed() {
    return Optional.ofNullable(unarmed);
  }

  void rearm() {
    unarmed = null;
  }

  private void put(Order order) {
    Order before = orders.get(order.id());
    if (before != null
        && before.state().terminal()
        && !before.state().code().equals(order.state().code())) {
      throw new Violation(
          "order "
              + order.id()
              + " left "
              + before.state().code()
              + " for "
              + order.state().code());
    }
    if (order.state().progress().cumulative().compareTo(order.state().progress().quantity()) > 0) {
      throw new Violation("order " + order.id() + " is filled beyond its quantity");
    }
    orders.put(order.id(), order);
  }

  private void insert(Order order) {
    if (orders.containsKey(order.id())) {
      throw new Violation("order " + order.id() + " became durable twice");
    }
    put(order);
  }

  private void record(FillRecorded fill) {
    if (fills.put(fill.fillId(), fill) != null) {
      throw new Violation("fill " + fill.fillId() + " was recorded twice");
    }
    Quantity signed = fill.side().sign() > 0 ? fill.lastQuantity() : fill.lastQuantity().negate();
    positions.merge(fill.instrument(), signed, Quantity::plus);
  }

  private void correct(FillAmended now) {
    FillRecorded fill = fills.get(now.fillId());
    if (fill == null) {
      throw new Violation("a fill that is not there was corrected: " + now);
    }
    Quantity more = now.quantity().minus(standing(fill).quantity());
    positions.merge(
        fill.instrument(), fill.side().sign() > 0 ? more : more.negate(), Quantity::plus);
    corrections.put(now.fillId(), now);
  }

  private Journal.StandingFill standing(FillRecorded fill) {
    FillAmended now = corrections.get(fill.fillId());
    return now == null
        ? new Journal.StandingFill(
            fill.instrument(), fill.lastQuantity(), fill.lastPrice(), fill.fee())
        : new Journal.StandingFill(fill.instrument(), now.quantity(), now.price(), now.fee());
  }

  /** The journal as one owner has it: what it writes belongs to its lane's transaction. */
  Journal of(SimulatedLane lane, Database database, long epoch) {
    return new Journal() {
      @Override
      public Found load(AccountId account) {
        return new Found(
            open(), new HashSet<>(orders.keySet()), Map.copyOf(canceledBefore), venueSequence);
      }

      @Override
      public Optional<Order> find(AccountId account, ClientOrderId id) {
        return OrderTable.this.find(id);
      }

      @Override
      public void write(AccountId account, long under, Changes changes, Instant now) {
        lane.current().write(() -> apply(changes));
      }

      @Override
      public boolean booked(AccountId account, String reference) {
        return bookings.contains(reference);
      }

      @Override
      public Map<InstrumentId, Quantity> positions(AccountId account) {
        return OrderTable.this.positions();
      }

      @Override
      public Set<FillId> recorded(AccountId account, Collection<FillId> wanted) {
        var known = new HashSet<>(wanted);
        known.retainAll(fills.keySet());
        return known;
      }

      @Override
      public Optional<StandingFill> fill(AccountId account, FillId id) {
        return Optional.ofNullable(fills.get(id)).map(OrderTable.this::standing);
      }

      @Override
      public long agreedSequence(AccountId account) {
        return agreedSequence;
      }

      @Override
      public void agreed(AccountId account, long under, long sequence) {
        lane.current().write(() -> agreedSequence = Math.max(agreedSequence, sequence));
      }

      @Override
      public Optional<String> unarmed(AccountId account) {
        return OrderTable.this.unarmed();
      }

      @Override
      public void unarm(AccountId account, long under, String code, String detail, Instant at) {
        Database.Transaction own = database.begin(epoch, Map.of());
        own.write(() -> unarmed = code + ": " + detail);
        own.commit();
      }

      @Override
      public void rearm(AccountId account, long under) {
        OrderTable.this.rearm();
      }
    };
  }

  private void apply(Journal.Changes changes) {
    changes.inserted().forEach(this::insert);
    changes.updated().forEach(this::put);
    changes.fills().forEach(this::record);
    changes.corrections().forEach(this::correct);
    canceledBefore.putAll(changes.canceledBefore());
    for (CashDeposited deposit : changes.deposits()) {
      if (!bookings.add(deposit.reference())) {
        throw new Violation("deposit " + deposit.reference() + " was booked twice");
      }
    }
    venueSequence = Math.max(venueSequence, changes.venueSequence());
  }

  /** Orders whose state only the venue can tell. */
  boolean unknownIn(InstrumentId instrument) {
    return orders.values().stream()
        .anyMatch(
            order ->
                order.state() instanceof OrderState.Unknown
                    && order.command().instrument().equals(instrument));
  }
}
