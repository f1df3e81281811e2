package io.palmyra.core.venue;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue's engine: takes orders up and fills them on ticks, buys at the ask, sells at the bid,
 * no earlier than on the first tick after their receipt.
 *
 * <p>Every change is a {@link VenueRecord} that is applied to the books here and returned; the
 * shell makes it durable before anybody hears of it. Used by one thread; time comes with each call.
 */
public final class Matching {
  private final VenueRules rules;
  private final Market market;
  private final Admission admission;
  private final Map<AccountId, VenueBooks> books = new LinkedHashMap<>();
  private final WorkingOrders working = new WorkingOrders();

  public Matching(VenueRules rules) {
    this.rules = rules;
    this.market = new Market(rules.ratesFor());
    this.admission = new Admission(market);
  }

  /** Takes in a record of the past, from the journal. */
  public void restore(VenueRecord record) {
    VenueBooks account = books.computeIfAbsent(record.account(), VenueBooks::new);
    account.apply(record);
    follow(record, account);
  }

  /** The books of an account, empty if it was never opened. */
  public Optional<VenueBooks> books(AccountId account) {
    return Optional.ofNullable(books.get(account));
  }

  /** All books. */
  public Collection<VenueBooks> books() {
    return List.copyOf(books.values());
  }

  /** Takes note of an instrument. */
  public void define(InstrumentDefined instrument) {
    market.define(instrument);
  }

  /** The last quote of an instrument. */
  public Optional<QuoteTick> quote(InstrumentId instrument) {
    return market.quote(instrument);
  }

  /**
   * Lets a session in unless its epoch is older than one seen before; opens the account first if it
   * is new.
   *
   * @return the records, empty if the session is refused
   */
  public Optional<List<VenueRecord>> logOn(AccountId account, long epoch, Instant now) {
    VenueBooks mine = books.computeIfAbsent(account, VenueBooks::new);
    if (epoch < mine.epoch()) {
      return Optional.empty();
    }
    var records = new ArrayList<VenueRecord>();
    if (mine.opening().isEmpty()) {
      records.add(record(mine, now, new VenueEvent.Opened(rules.initialCash())));
    }
    if (epoch > mine.epoch()) {
      records.add(record(mine, now, new VenueEvent.LoggedOn(epoch)));
    }
    return Optional.of(records);
  }

  /** Takes an order up, or refuses it; a name seen before gives the order of that name. */
  public Outcome submit(AccountId account, long epoch, VenueOrderRequest request, Instant now) {
    Optional<VenueBooks> mine = current(account, epoch);
    if (mine.isEmpty()) {
      return Outcome.fenced(epoch);
    }
    VenueBooks own = mine.get();
    Optional<VenueOrder> existing = own.order(request.clientOrderId());
    if (existing.isPresent()) {
      return new Outcome.Done(existing.get(), List.of());
    }
    VenueEvent event =
        admission
            .refuse(request, own)
            .<VenueEvent>map(
                refusal -> new VenueEvent.Refused(request, refusal.code(), refusal.detail()))
            .orElseGet(
                () ->
                    new VenueEvent.Accepted(
                        new VenueOrderId("V" + account + "-" + (own.sequence() + 1)), request));
    VenueRecord record = record(own, now, event);
    return done(own, request.clientOrderId(), List.of(record));
  }

  /** Cancels what is open of an order. */
  public Outcome cancel(
      AccountId account, long epoch, ClientOrderId id, String reason, Instant now) {
    Optional<VenueBooks> mine = current(account, epoch);
    if (mine.isEmpty()) {
      return Outcome.fenced(epoch);
    }
    Optional<VenueOrder> order = mine.get().order(id);
    if (order.isEmpty()) {
      return new Outcome.Refused(new Refusal("UNKNOWN_ORDER", "there is no order " + id));
    }
    if (order.get().status() == VenueOrderStatus.CANCELED) {
      return new Outcome.Done(order.get(), List.of());
    }
    if (order.get().status() != VenueOrderStatus.WORKING) {
      return new Outcome.Refused(
          new Refusal("TOO_LATE", "order " + id + " is " + order.get().status()));
    }
    return done(
        mine.get(), id, List.of(record(mine.get(), now, new VenueEvent.Canceled(id, reason))));
  }

  /**
   * Gives a working order new values; it keeps its place only in time, not in the queue.
   *
   * @param quantity new total, null to keep
   * @param limitPrice new limit, null to keep
   * @param stopPrice new stop, null to keep
   */
  public Outcome replace(
      AccountId account,
      long epoch,
      ClientOrderId id,
      ClientOrderId newId,
      @Nullable Quantity quantity,
      @Nullable Price limitPrice,
      @Nullable Price stopPrice,
      Instant now) {
    Optional<VenueBooks> mine = current(account, epoch);
    if (mine.isEmpty()) {
      return Outcome.fenced(epoch);
    }
    Optional<VenueOrder> repeated = mine.get().order(newId);
    if (repeated.isPresent()) {
      return new Outcome.Done(repeated.get(), List.of());
    }
    Optional<VenueOrder> found =
        mine.get().order(id).filter(order -> order.status() == VenueOrderStatus.WORKING);
    if (found.isEmpty()) {
      return new Outcome.Refused(new Refusal("UNKNOWN_ORDER", "no order " + id + " is working"));
    }
    VenueOrder order = found.get();
    Quantity total = quantity == null ? order.request().quantity() : quantity;
    if (total.compareTo(order.cumulativeQuantity()) <= 0) {
      return new Outcome.Refused(
          new Refusal("QUANTITY", order.cumulativeQuantity() + " is filled already"));
    }
    Price limit = limitPrice == null ? order.request().limitPrice() : limitPrice;
    Price stop = stopPrice == null ? order.request().stopPrice() : stopPrice;
    Optional<Refusal> refusal =
        admission.refuse(order.request().with(newId, total, limit, stop), mine.get());
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    return done(
        mine.get(),
        newId,
        List.of(record(mine.get(), now, new VenueEvent.Replaced(id, newId, total, limit, stop))));
  }

  /** Takes a fill back. */
  public Outcome bust(AccountId account, ExecutionId execution, String reason, Instant now) {
    Optional<VenueBooks> mine = books(account);
    Optional<VenueEvent.Executed> found = mine.flatMap(books -> books.fill(execution));
    if (mine.isEmpty() || found.isEmpty()) {
      return new Outcome.Refused(
          new Refusal("UNKNOWN_FILL", "no fill " + execution + " stands in the books"));
    }
    VenueEvent.Executed fill = found.get();
    var busted =
        new VenueEvent.Busted(
            fill.clientOrderId(), execution, fill.instrument(), fill.fee(), reason);
    return done(mine.get(), fill.clientOrderId(), List.of(record(mine.get(), now, busted)));
  }

  /** Moves the market: meets stops, fills and expires orders. */
  public List<VenueRecord> onTick(QuoteTick tick, Instant now) {
    market.on(tick);
    List<WorkingOrder> orders = working.onTick(tick.instrument());
    if (orders.isEmpty()) {
      return List.of();
    }
    Optional<InstrumentDefined> instrument = market.instrument(tick.instrument());
    if (instrument.isEmpty()) {
      return List.of();
    }
    var turn = new TickTurn(tick, instrument.get());
    var records = new ArrayList<VenueRecord>();
    for (WorkingOrder each : orders) {
      work(each, turn, now, records);
    }
    return records;
  }

  private void work(WorkingOrder each, TickTurn turn, Instant now, List<VenueRecord> records) {
    VenueBooks own = books.computeIfAbsent(each.account(), VenueBooks::new);
    VenueOrder order = own.order(each.id()).orElseThrow();
    if (order.request().timeInForce() == TimeInForce.DAY && turn.dayEnded(each.day())) {
      records.add(record(own, now, new VenueEvent.Expired(each.id())));
      return;
    }
    if (!order.triggered()) {
      turn.trailed(order)
          .ifPresent(
              stop -> records.add(record(own, now, new VenueEvent.StopTrailed(each.id(), stop))));
      if (!turn.meetsStop(own.order(each.id()).orElseThrow())) {
        return;
      }
      records.add(record(own, now, new VenueEvent.StopMet(each.id())));
    }
    Quantity fillable = turn.fillable(order, own.position(order.request().instrument()));
    if (fillable.signum() > 0) {
      boolean rested =
          order.request().limitPrice() != null && order.triggered() && working.rested(each);
      records.add(
          record(own, now, turn.fill(own, order, fillable, rested, rules.commissionRate())));
    }
    TimeInForce force = order.request().timeInForce();
    Quantity left = order.leavesQuantity().minus(fillable);
    if (left.signum() > 0 && (force == TimeInForce.IOC || force == TimeInForce.FOK)) {
      records.add(record(own, now, new VenueEvent.Canceled(each.id(), force.name())));
    } else if (left.signum() > 0 && own.leavesNothingToReduce(order.request())) {
      records.add(record(own, now, new VenueEvent.Canceled(each.id(), "REDUCE_ONLY")));
    }
  }

  private Optional<VenueBooks> current(AccountId account, long epoch) {
    return books(account).filter(mine -> mine.epoch() == epoch);
  }

  private static Outcome done(VenueBooks own, ClientOrderId id, List<VenueRecord> records) {
    return new Outcome.Done(own.order(id).orElseThrow(), records);
  }

  private VenueRecord record(VenueBooks own, Instant now, VenueEvent event) {
    var record = new VenueRecord(own.account(), own.sequence() + 1, now, event);
    own.apply(record);
    follow(record, own);
    return record;
  }

  /** Keeps the list of what works in step with the books. */
  private void follow(VenueRecord record, VenueBooks own) {
    switch (record.event()) {
      case VenueEvent.Accepted accepted -> await(own, accepted.request(), record.at());
      case VenueEvent.Executed executed -> {
        if (executed.leavesQuantity().signum() == 0) {
          working.remove(own.account(), executed.instrument(), executed.clientOrderId());
        }
      }
      case VenueEvent.Canceled canceled -> forget(own, canceled.clientOrderId());
      case VenueEvent.Expired expired -> forget(own, expired.clientOrderId());
      case VenueEvent.Replaced replaced -> {
        VenueOrderRequest now = own.order(replaced.newClientOrderId()).orElseThrow().request();
        working.remove(own.account(), now.instrument(), replaced.clientOrderId());
        await(own, now, record.at());
      }
      case VenueEvent.Opened _,
          VenueEvent.LoggedOn _,
          VenueEvent.Refused _,
          VenueEvent.Busted _,
          VenueEvent.StopTrailed _,
          VenueEvent.StopMet _ -> {}
    }
  }

  private void await(VenueBooks own, VenueOrderRequest request, Instant at) {
    Instant day = market.quote(request.instrument()).map(QuoteTick::time).orElse(at);
    working.add(own.account(), request.clientOrderId(), request.instrument(), day);
  }

  private void forget(VenueBooks own, ClientOrderId id) {
    working.remove(own.account(), own.order(id).orElseThrow().request().instrument(), id);
  }
}
