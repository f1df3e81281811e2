package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.poison.HaltRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the lane knows of its account, and what the running transaction has changed of it. Used by
 * the lane's thread only; dropped and loaded anew after a roll-back.
 */
final class OrderMemory {
  private final AccountId account;
  private final OrderBook book;
  private final Journal journal;
  private final HaltRequests halts;
  private final Set<ClientOrderId> known = new HashSet<>();
  private final Map<ClientOrderId, String> canceled = new HashMap<>();
  private final Map<ClientOrderId, Order> inserted = new LinkedHashMap<>();
  private final Map<ClientOrderId, Order> updated = new LinkedHashMap<>();
  private final List<FillRecorded> fills = new ArrayList<>();
  private final Map<FillId, FillAmended> corrections = new LinkedHashMap<>();
  private final Map<ClientOrderId, String> newlyCanceled = new HashMap<>();
  private final List<CashDeposited> deposits = new ArrayList<>();
  private long venueSequence;
  private boolean moved;

  OrderMemory(AccountId account, OrderBook book, Journal journal, HaltRequests halts) {
    this.account = account;
    this.book = book;
    this.journal = journal;
    this.halts = halts;
  }

  /**
   * Reads the account's memory.
   *
   * @param inherited hears of orders that are durable and were perhaps sent; before they can be
   *     seen
   */
  void load(Consumer<ClientOrderId> inherited) {
    drop();
    Journal.Found found = journal.load(account);
    found.open().stream()
        .filter(order -> order.state() instanceof OrderState.Pending)
        .map(Order::id)
        .forEach(inherited);
    book.load(found.open());
    known.addAll(found.known());
    canceled.putAll(found.canceledBefore());
    venueSequence = found.venueSequence();
  }

  void drop() {
    book.drop();
    known.clear();
    canceled.clear();
    forgetChanges();
  }

  /** Hands the changes over to be written, and forgets them. */
  void flush(long epoch, Instant now) {
    if (inserted.isEmpty()
        && updated.isEmpty()
        && newlyCanceled.isEmpty()
        && deposits.isEmpty()
        && corrections.isEmpty()
        && !moved) {
      return;
    }
    journal.write(
        account,
        epoch,
        new Journal.Changes(
            List.copyOf(inserted.values()),
            List.copyOf(updated.values()),
            List.copyOf(fills),
            List.copyOf(corrections.values()),
            Map.copyOf(newlyCanceled),
            List.copyOf(deposits),
            venueSequence),
        now);
    forgetChanges();
  }

  private void forgetChanges() {
    inserted.clear();
    updated.clear();
    fills.clear();
    corrections.clear();
    newlyCanceled.clear();
    deposits.clear();
    moved = false;
  }

  boolean knows(ClientOrderId id) {
    return known.contains(id);
  }

  Optional<Order> find(ClientOrderId id) {
    Order changed = inserted.containsKey(id) ? inserted.get(id) : updated.get(id);
    return changed != null
        ? Optional.of(changed)
        : book.find(id).or(() -> known.contains(id) ? journal.find(account, id) : Optional.empty());
  }

  void insert(Order order) {
    known.add(order.id());
    inserted.put(order.id(), order);
    book.put(order);
  }

  void put(Order order) {
    (inserted.containsKey(order.id()) ? inserted : updated).put(order.id(), order);
    book.put(order);
  }

  void filled(FillRecorded fill) {
    fills.add(fill);
  }

  /** A fill as it holds with what this transaction has done, empty if it is not known. */
  Optional<Journal.StandingFill> standing(FillId id) {
    FillAmended corrected = corrections.get(id);
    if (corrected != null) {
      return Optional.of(
          new Journal.StandingFill(
              corrected.instrument(), corrected.quantity(), corrected.price(), corrected.fee()));
    }
    return fills.stream()
        .filter(fill -> fill.fillId().equals(id))
        .map(
            fill ->
                new Journal.StandingFill(
                    fill.instrument(), fill.lastQuantity(), fill.lastPrice(), fill.fee()))
        .findFirst()
        .or(() -> journal.fill(account, id));
  }

  void corrected(FillAmended now) {
    corrections.put(now.fillId(), now);
  }

  void booked(CashDeposited deposit) {
    deposits.add(deposit);
  }

  Optional<String> canceledBefore(ClientOrderId id) {
    return Optional.ofNullable(canceled.get(id));
  }

  void cancelBefore(ClientOrderId id, String reason) {
    canceled.put(id, reason);
    newlyCanceled.put(id, reason);
  }

  /** The open order that a name is asked for, if the venue has not answered yet. */
  Optional<Order> awaiting(ClientOrderId newId) {
    return book.all().stream()
        .filter(order -> order.replacement() != null && order.replacement().newId().equals(newId))
        .findFirst();
  }

  void reached(long sequence) {
    if (sequence > venueSequence) {
      venueSequence = sequence;
      moved = true;
    }
  }

  long venueSequence() {
    return venueSequence;
  }

  void stranger(ClientOrderId id, String event) {
    halts.requestHalt(account, "UNKNOWN_ORDER", event + " of order " + id + ", which is not ours");
  }

  void illegal(Order order, String reason) {
    halts.requestHalt(account, "ILLEGAL_ORDER_EVENT", "order " + order.id() + ": " + reason);
  }
}
