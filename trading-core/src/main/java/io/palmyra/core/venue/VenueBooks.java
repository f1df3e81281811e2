package io.palmyra.core.venue;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account's books at the venue: orders, fills, positions, cash. They follow from their records
 * alone. Used by one thread.
 */
public final class VenueBooks {
  private final AccountId account;
  private final Map<ClientOrderId, VenueOrder> orders = new LinkedHashMap<>();
  private final List<VenueRecord> fills = new ArrayList<>();
  private final Set<ExecutionId> busted = new HashSet<>();
  private final Map<InstrumentId, VenuePosition> positions =
      new TreeMap<>(java.util.Comparator.comparing(InstrumentId::value));
  private final Map<InstrumentId, Contract> contracts = new LinkedHashMap<>();
  private final Map<String, Money> cash = new TreeMap<>();
  private @Nullable VenueRecord opening;
  private long sequence;
  private long epoch;

  /** The books of an account in which nothing happened yet. */
  public VenueBooks(AccountId account) {
    this.account = account;
  }

  /**
   * Takes a record in.
   *
   * @throws IllegalStateException if it is not the next of this account
   */
  public void apply(VenueRecord record) {
    if (!record.account().equals(account) || record.sequence() != sequence + 1) {
      throw new IllegalStateException(
          "record " + record.sequence() + " after " + sequence + " in the books of " + account);
    }
    sequence = record.sequence();
    switch (record.event()) {
      case VenueEvent.Opened opened -> {
        opening = record;
        book(opened.cash());
      }
      case VenueEvent.LoggedOn logon -> epoch = Math.max(epoch, logon.epoch());
      case VenueEvent.Accepted accepted ->
          put(VenueOrder.of(accepted.venueOrderId(), accepted.request(), VenueOrderStatus.WORKING));
      case VenueEvent.Refused refused ->
          put(
              VenueOrder.of(
                      new io.palmyra.contracts.id.VenueOrderId("R" + sequence),
                      refused.request(),
                      VenueOrderStatus.REJECTED)
                  .ended(VenueOrderStatus.REJECTED, refused.code() + ": " + refused.detail()));
      case VenueEvent.StopTrailed trailed ->
          put(known(trailed.clientOrderId()).withStop(trailed.stop()));
      case VenueEvent.StopMet met -> put(known(met.clientOrderId()).withStopMet());
      case VenueEvent.Executed executed -> {
        put(known(executed.clientOrderId()).filled(executed.lastQuantity()));
        fills.add(record);
        book(executed);
      }
      case VenueEvent.Busted busted -> {
        fills.add(record);
        this.busted.add(busted.executionId());
        bookAnew();
      }
      case VenueEvent.Canceled canceled ->
          put(known(canceled.clientOrderId()).ended(VenueOrderStatus.CANCELED, canceled.reason()));
      case VenueEvent.Expired expired ->
          put(known(expired.clientOrderId()).ended(VenueOrderStatus.EXPIRED, "its day ended"));
      case VenueEvent.Replaced replaced -> {
        VenueOrder old = known(replaced.clientOrderId());
        orders.remove(replaced.clientOrderId());
        put(
            old.replacedBy(
                old.request()
                    .with(
                        replaced.newClientOrderId(),
                        replaced.quantity(),
                        replaced.limitPrice(),
                        replaced.stopPrice())));
      }
    }
  }

  /** Positions and cash of all fills that stand: what a fill closed depends on those before it. */
  private void bookAnew() {
    positions.replaceAll((_, _) -> new VenuePosition());
    cash.replaceAll((_, amount) -> Money.zero(amount.currency()));
    if (opening != null && opening.event() instanceof VenueEvent.Opened opened) {
      book(opened.cash());
    }
    for (VenueRecord record : fills) {
      if (record.event() instanceof VenueEvent.Executed fill
          && !busted.contains(fill.executionId())) {
        book(fill);
      }
    }
  }

  private void book(VenueEvent.Executed fill) {
    contracts.put(fill.instrument(), fill.contract());
    Quantity signed = fill.side().sign() > 0 ? fill.lastQuantity() : fill.lastQuantity().negate();
    Money profit =
        positions
            .computeIfAbsent(fill.instrument(), _ -> new VenuePosition())
            .book(signed, fill.lastPrice(), fill.contract());
    book(
        fill.contract().paidInFull()
            ? fill.contract().value(signed, fill.lastPrice()).negate()
            : profit);
    book(fill.fee().negate());
  }

  private void book(Money amount) {
    cash.merge(amount.currency().value(), amount, Money::plus);
  }

  private void put(VenueOrder order) {
    orders.put(order.request().clientOrderId(), order);
  }

  private VenueOrder known(ClientOrderId id) {
    VenueOrder order = orders.get(id);
    if (order == null) {
      throw new IllegalStateException("no order " + id + " in the books of " + account);
    }
    return order;
  }

  /** Whose. */
  public AccountId account() {
    return account;
  }

  /** When and with what it was opened; empty before that. */
  public Optional<VenueRecord> opening() {
    return Optional.ofNullable(opening);
  }

  /** Sequence of the last record, 0 before the first. */
  public long sequence() {
    return sequence;
  }

  /** Newest epoch of a session, 0 before the first. */
  public long epoch() {
    return epoch;
  }

  /** The order of a name. */
  public Optional<VenueOrder> order(ClientOrderId id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** All orders ever, the oldest first. */
  public Collection<VenueOrder> orders() {
    return List.copyOf(orders.values());
  }

  /** A fill that stands, empty if there never was one or it was taken back. */
  public Optional<VenueEvent.Executed> fill(ExecutionId execution) {
    return fills.stream()
        .map(VenueRecord::event)
        .filter(VenueEvent.Executed.class::isInstance)
        .map(VenueEvent.Executed.class::cast)
        .filter(fill -> fill.executionId().equals(execution) && !busted.contains(execution))
        .findFirst();
  }

  /** Fills, and those that were taken back, after a sequence and in order. */
  public List<VenueRecord> fillsAfter(long after) {
    int from = fills.size();
    while (from > 0 && fills.get(from - 1).sequence() > after) {
      from--;
    }
    return List.copyOf(fills.subList(from, fills.size()));
  }

  /** What is held of an instrument: above 0 is long, below is short. */
  public Quantity position(InstrumentId instrument) {
    VenuePosition position = positions.get(instrument);
    return position == null ? Quantity.ZERO : position.quantity();
  }

  /** Whether an order may only reduce a position that is not there. */
  boolean leavesNothingToReduce(VenueOrderRequest order) {
    return order.reduceOnly() && position(order.instrument()).signum() != -order.side().sign();
  }

  /** Instruments ever held. */
  public List<InstrumentId> instruments() {
    return List.copyOf(positions.keySet());
  }

  /** Cash in every currency that ever moved, in the order of their codes. */
  public List<Money> cash() {
    return List.copyOf(cash.values());
  }

  /** Cash in a currency. */
  public Money cash(Currency currency) {
    return cash.getOrDefault(currency.value(), Money.zero(currency));
  }

  /** What a position adds to equity at a price: its value if paid in full, else its open profit. */
  Money worth(InstrumentId instrument, io.palmyra.contracts.value.Price price) {
    VenuePosition position = positions.get(instrument);
    Contract contract = contracts.get(instrument);
    if (position == null || contract == null) {
      throw new IllegalArgumentException("never held " + instrument);
    }
    return contract.paidInFull()
        ? contract.value(position.quantity(), price)
        : position.openProfit(price, contract);
  }
}
