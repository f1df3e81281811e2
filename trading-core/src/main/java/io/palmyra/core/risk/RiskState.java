package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What risk knows of one account. Owned by the one thread that decides for the account; every
 * change goes through {@link #apply} or {@link #evolve}, and {@link #takeChanges} tells what to
 * store.
 */
public final class RiskState {
  /** How many decided signals and ended orders are remembered, for their repeats. */
  public static final int REMEMBERED = 5_000;

  private final AccountId account;
  private final Currency currency;
  private final Map<InstrumentId, Quantity> positions = new HashMap<>();
  private final Holdings holdings;
  private final OpenOrders open = new OpenOrders();
  private final Map<ClientOrderId, OpenOrder> closed = new Recent<>(REMEMBERED);
  private final Map<SignalId, DecidedSignal> signals = new Recent<>(REMEMBERED);
  private final Map<String, Instant> orderTimes = new Recent<>(REMEMBERED);
  private final Map<FillId, AppliedFill> fills = new Recent<>(REMEMBERED);
  private final Flow flow = new Flow();
  private final Parents parents = new Parents();
  private @Nullable Money equity;

  private final Set<InstrumentId> changedPositions = new LinkedHashSet<>();
  private final Map<ClientOrderId, OpenOrder> changedOrders = new LinkedHashMap<>();
  private final List<DecidedSignal> newSignals = new ArrayList<>();
  private final Map<FillId, AppliedFill> changedFills = new LinkedHashMap<>();

  /**
   * @param currency of the account
   * @param saved as it was stored
   */
  public RiskState(AccountId account, Currency currency, SavedState saved) {
    this.account = account;
    this.currency = currency;
    positions.putAll(saved.positions());
    holdings = new Holdings(saved.holdings());
    for (OpenOrder order : saved.orders()) {
      if (order.closed()) {
        closed.put(order.id(), order);
      } else {
        open.put(order);
      }
    }
    saved.signals().forEach(this::remember);
    saved.fills().forEach(fill -> fills.put(fill.fillId(), fill));
    saved.parents().forEach(parents::load);
  }

  /** Whose. */
  public AccountId account() {
    return account;
  }

  /** The account's currency. */
  public Currency currency() {
    return currency;
  }

  /** The account's equity as last heard, null if it is not known. */
  public @Nullable Money equity() {
    return equity;
  }

  /** Takes note of the account's equity, null while it is not known. */
  public void equity(@Nullable Money now) {
    equity = now;
  }

  /** Signed position in an instrument. */
  public Quantity position(InstrumentId instrument) {
    return positions.getOrDefault(instrument, Quantity.ZERO);
  }

  /** Instruments of which something is held, in the order of their names. */
  public List<InstrumentId> held() {
    return positions.entrySet().stream()
        .filter(position -> position.getValue().signum() != 0)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(InstrumentId::value))
        .toList();
  }

  /** What is held and may come to be held of an instrument. */
  public Exposure exposure(InstrumentId instrument) {
    return Exposures.of(instrument, position(instrument), open);
  }

  /** The same of every instrument, but for an order that is to be replaced. Fresh. */
  Map<InstrumentId, Exposure> exposures(@Nullable OpenOrder replaced) {
    return Exposures.of(positions, open, replaced);
  }

  /** The same of what a source holds and has working. Fresh. */
  Map<InstrumentId, Exposure> exposuresOf(SignalSource source, @Nullable OpenOrder replaced) {
    return Exposures.of(source, holdings.all(), open, replaced);
  }

  /** What was sent and filled of late. */
  Flow flow() {
    return flow;
  }

  /** Orders that are worked off in children. */
  public Parents parents() {
    return parents;
  }

  /** An order that has not ended. */
  public Optional<OpenOrder> open(ClientOrderId order) {
    return Optional.ofNullable(open.get(order));
  }

  /** Orders that have not ended. */
  public List<OpenOrder> open() {
    return List.copyOf(open.all());
  }

  /** Those of them that have a limit. A view. */
  Collection<OpenOrder> limited() {
    return open.limited();
  }

  /** Whether a signal was decided before. */
  public boolean hasDecided(SignalId signal) {
    return signals.containsKey(signal);
  }

  /** Time between the last same order and now, without sign; empty if there was none. */
  Optional<Duration> sinceSame(SignalSource source, OrderDraft draft, Instant now) {
    return Optional.ofNullable(orderTimes.get(Fingerprint.of(source, draft)))
        .map(last -> Duration.between(last, now).abs());
  }

  /** Takes a decision as made: an accepted order counts from now on. */
  public void apply(RiskDecision made) {
    DecisionEffects.apply(this, made);
  }

  /** Takes a step of a parent as made: a child that goes counts from now on. */
  public void apply(ParentStep made) {
    DecisionEffects.apply(this, made);
  }

  /**
   * How many orders of a filled one's source, in its instrument and on its side, began to fill
   * within a window that ends with it.
   */
  public int begunWithin(Duration window, OrderFilled last) {
    return flow.begun(last.source(), last.instrument(), last.side(), last.at().minus(window));
  }

  /**
   * Takes an event of an order as happened. Repeats and older news change nothing.
   *
   * @return why the account's position can't be trusted any more; empty if it can
   */
  public Optional<String> evolve(OrderEvent event) {
    return OrderEventEffects.apply(this, event);
  }

  /** What has changed since the last call, to be stored. */
  public SavedState takeChanges() {
    var changedNow = new HashMap<InstrumentId, Quantity>();
    changedPositions.forEach(instrument -> changedNow.put(instrument, position(instrument)));
    var changes =
        new SavedState(
            changedNow,
            holdings.takeChanges(),
            List.copyOf(changedOrders.values()),
            newSignals,
            List.copyOf(changedFills.values()),
            parents.takeChanges());
    changedPositions.clear();
    changedOrders.clear();
    newSignals.clear();
    changedFills.clear();
    return changes;
  }

  /** An order, ended or not; null if it is not remembered. */
  @Nullable OpenOrder find(ClientOrderId id) {
    OpenOrder order = open.get(id);
    return order == null ? closed.get(id) : order;
  }

  void put(OpenOrder order) {
    Optional<Quantity> taken = parents.followed(find(order.id()), order);
    if (order.closed()) {
      open.remove(order.id());
      closed.put(order.id(), order);
    } else {
      open.put(order);
    }
    changedOrders.put(order.id(), order);
    taken.ifPresent(
        all ->
            parents
                .of(order.signalId())
                .map(parent -> open.get(parent.id()))
                .ifPresent(whole -> put(whole.filledTo(all))));
  }

  /**
   * Takes a fill, or a part of one that came or went, as held by the account and its source. What a
   * service closes is taken from the sources that held it.
   */
  void move(InstrumentId instrument, @Nullable SignalSource source, Side side, Quantity by) {
    if (by.signum() == 0) {
      return;
    }
    Quantity signed = side == Side.BUY ? by : by.negate();
    positions.put(instrument, position(instrument).plus(signed));
    changedPositions.add(instrument);
    if (source != null) {
      holdings.move(instrument, source, signed);
    }
  }

  /** A signal was decided. */
  void put(DecidedSignal decided) {
    remember(decided);
    newSignals.add(decided);
  }

  @Nullable AppliedFill fill(FillId id) {
    return fills.get(id);
  }

  void put(AppliedFill fill) {
    fills.put(fill.fillId(), fill);
    changedFills.put(fill.fillId(), fill);
  }

  private void remember(DecidedSignal signal) {
    signals.put(signal.signalId(), signal);
    if (signal.sent() != null) {
      flow.sent(signal.sent(), signal.decidedAt());
    }
    if (signal.order() != null) {
      orderTimes.remove(signal.order());
      orderTimes.put(signal.order(), signal.decidedAt());
    }
  }
}
