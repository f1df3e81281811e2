package io.palmyra.core.risk;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.instrument.TradingSession;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.control.TradingControl;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A market, an account and its limits, in phrases. */
final class RiskWorld implements Market {
  static final AccountId PAPER = new AccountId("paper");
  static final Currency USD = Currency.USD;
  static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  static final SignalSource SMA = new SignalSource("strategy:sma");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  final Map<InstrumentId, InstrumentDefined> instruments = new HashMap<>();
  final Map<InstrumentId, QuoteTick> quotes = new HashMap<>();
  RiskState state = new RiskState(PAPER, USD, SavedState.NONE);
  RiskLimits limits = limits("0.05", "100000", "200000", "150000", "300000");
  @Nullable AccountLimits accountLimits = new AccountLimits(limits, Map.of(), List.of());
  @Nullable TradingControl control = lifted(TradingControl.empty());
  @Nullable Price rate = new Price(1, 0);
  Standing standing = Standing.NORMAL;
  Instant now = NOON;
  private int signals;
  private int executions;

  RiskWorld() {
    define("EURUSD.SIM", USD, "0.00001", "1000", "1");
    quote("EURUSD.SIM", "1.10000", "1.10020");
    state.equity(Money.of("100000", USD));
  }

  RiskWorld limited(RiskLimits to) {
    limits = to;
    accountLimits = new AccountLimits(to, Map.of(), List.of());
    return this;
  }

  static RiskLimits limits(
      String collar, String orderQuantity, String orderValue, String position, String value) {
    return new RiskLimits(
        Quantity.of(collar),
        Quantity.of(orderQuantity),
        Money.of(orderValue, USD),
        Quantity.of(position),
        Money.of(value, USD),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Quantity.of("0.01"),
        exposure("9000000", "9000000", "9000000", "90"),
        new FlowLimits(
            1000, 1000, 1000, Duration.ofMinutes(1), Quantity.of("0.5"), Duration.ofMinutes(1)));
  }

  static ExposureLimits exposure(String gross, String net, String strategy, String marginUse) {
    return new ExposureLimits(
        Money.of(gross, USD), Money.of(net, USD), Money.of(strategy, USD), Quantity.of(marginUse));
  }

  RiskWorld exposed(ExposureLimits to) {
    return limited(
        new RiskLimits(
            limits.priceCollar(),
            limits.maximumOrderQuantity(),
            limits.maximumOrderValue(),
            limits.maximumPosition(),
            limits.maximumPositionValue(),
            limits.stalePriceAfter(),
            limits.duplicateWindow(),
            limits.riskFraction(),
            to,
            limits.flow()));
  }

  RiskWorld flowing(FlowLimits to) {
    return limited(
        new RiskLimits(
            limits.priceCollar(),
            limits.maximumOrderQuantity(),
            limits.maximumOrderValue(),
            limits.maximumPosition(),
            limits.maximumPositionValue(),
            limits.stalePriceAfter(),
            Duration.ZERO,
            limits.riskFraction(),
            limits.exposure(),
            to));
  }

  void define(String id, Currency currency, String tick, String lot, String multiplier) {
    var instrument = new InstrumentId(id);
    instruments.put(
        instrument,
        new InstrumentDefined(
            instrument,
            id,
            new Currency("EUR"),
            currency,
            Price.of(tick).scale(),
            Price.of(tick),
            Quantity.of(lot).scale(),
            Quantity.of(lot),
            Quantity.of(lot),
            Quantity.of("10000000"),
            Quantity.of(multiplier),
            new SpotTerms(),
            SessionCalendar.always()));
  }

  /** One session a week, which opens at a moment. */
  void sessions(String id, Instant opens, Duration length) {
    var at = opens.atZone(ZoneOffset.UTC);
    InstrumentDefined old = instruments.get(new InstrumentId(id));
    instruments.put(
        old.instrument(),
        new InstrumentDefined(
            old.instrument(),
            old.description(),
            old.baseCurrency(),
            old.quoteCurrency(),
            old.priceScale(),
            old.tickSize(),
            old.quantityScale(),
            old.lotSize(),
            old.minimumQuantity(),
            old.maximumQuantity(),
            old.multiplier(),
            old.terms(),
            new SessionCalendar(
                ZoneOffset.UTC,
                List.of(new TradingSession(at.getDayOfWeek(), at.toLocalTime(), length)),
                Set.of())));
  }

  void quote(String id, String bid, String ask) {
    var instrument = new InstrumentId(id);
    quotes.put(
        instrument,
        new QuoteTick(
            instrument,
            Price.of(bid),
            Price.of(ask),
            Quantity.ZERO,
            Quantity.ZERO,
            now,
            "simulated"));
  }

  static TradingControl lifted(TradingControl control) {
    var lift = halt("all", "initial", HaltStatus.LIFTED, HaltMode.HALTED);
    return control.fold(lift.key(), lift, true, 0);
  }

  void halted(String scope, HaltMode mode) {
    var halt = halt(scope, "test", HaltStatus.ACTIVE, mode);
    control = lifted(TradingControl.empty()).fold(halt.key(), halt, true, 0);
  }

  private static HaltChanged halt(String scope, String id, HaltStatus status, HaltMode mode) {
    return new HaltChanged(
        new HaltScope(scope),
        new HaltId(id),
        status,
        mode,
        RiskTier.NORMAL,
        "test",
        "alice",
        Instant.EPOCH,
        false,
        true);
  }

  /** Decides and, if there was a decision, takes it as made. */
  RiskDecision decided(Signal signal) {
    RiskDecision decision = decide(signal).orElseThrow();
    state.apply(decision);
    return decision;
  }

  Optional<RiskDecision> decide(Signal signal) {
    Optional<RiskDecision> made = replayed(RiskDecider.decide(state, signal, view()));
    Unrecorded.same(made, RiskDecider.decide(state, signal, unrecorded()));
    return made;
  }

  Optional<RiskDecision> flatten(String halt) {
    return replayed(RiskDecider.close(state, exit(), view(), halt, null));
  }

  Optional<RiskDecision> closeAtMost(String most) {
    return replayed(RiskDecider.close(state, exit(), view(), null, Quantity.of(most)));
  }

  RiskView view() {
    return new RiskView(
        this, accountLimits, control, standing, now, NOON, Duration.ofSeconds(5), List.of());
  }

  private RiskView unrecorded() {
    RiskView view = view();
    return new RiskView(
        view.market(),
        view.limits(),
        view.control(),
        view.standing(),
        view.now(),
        view.wallTime(),
        view.maximumOrderAge(),
        view.offsets(),
        false);
  }

  private static Optional<RiskDecision> replayed(Optional<RiskDecision> made) {
    made.ifPresent(each -> Replayed.same(each.decision()));
    return made;
  }

  /** The code of a denial, or ACCEPTED. */
  String outcome(Signal signal) {
    return decide(signal).orElseThrow().decision() instanceof SignalDenied denied
        ? denied.code()
        : "ACCEPTED";
  }

  SignalId nextSignal() {
    return SignalId.of(SMA, PAPER, "s" + signals++);
  }

  OrderRequested market(Side side, String quantity) {
    return order(side, OrderType.MARKET, quantity, null, null, false);
  }

  OrderRequested limit(Side side, String quantity, String price) {
    return order(side, OrderType.LIMIT, quantity, price, null, false);
  }

  OrderRequested order(
      Side side,
      OrderType type,
      String quantity,
      @Nullable String limitPrice,
      @Nullable String stopPrice,
      boolean reduceOnly) {
    return new OrderRequested(
        nextSignal(),
        PAPER,
        SMA,
        EURUSD,
        side,
        type,
        Quantity.of(quantity),
        limitPrice == null ? null : Price.of(limitPrice),
        stopPrice == null ? null : Price.of(stopPrice),
        null,
        type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC,
        reduceOnly,
        null,
        null,
        now.plusSeconds(10),
        List.of());
  }

  EntryProposed entry(Side side, String stopDistance) {
    return new EntryProposed(
        nextSignal(),
        PAPER,
        SMA,
        EURUSD,
        side,
        1,
        Price.of(stopDistance),
        now.plusSeconds(10),
        List.of());
  }

  ExitProposed exit() {
    return new ExitProposed(
        nextSignal(), PAPER, SMA, EURUSD, "CROSS", now.plusSeconds(10), List.of());
  }

  CancelRequested cancel(ClientOrderId order) {
    return new CancelRequested(
        nextSignal(), PAPER, SMA, EURUSD, order, now.plusSeconds(10), List.of());
  }

  ReplaceRequested replace(ClientOrderId order, String quantity) {
    return new ReplaceRequested(
        nextSignal(),
        PAPER,
        SMA,
        EURUSD,
        order,
        Quantity.of(quantity),
        null,
        null,
        now.plusSeconds(10),
        List.of());
  }

  OrderFilled fill(OpenOrder order, String last, String cumulative) {
    Quantity total = Quantity.of(cumulative);
    var execution = new ExecutionId("e" + executions++);
    return new OrderFilled(
        order.id(),
        PAPER,
        order.instrument(),
        NOON,
        new VenueOrderId("v1"),
        order.signalId(),
        order.source(),
        order.side(),
        FillId.of(new VenueId("SIMULATED"), PAPER, execution),
        execution,
        Quantity.of(last),
        Price.of("1.1"),
        total,
        order.draft().quantity().minus(total),
        Money.zero(USD),
        Liquidity.TAKER,
        NOON);
  }

  OrderCanceled canceled(OpenOrder order) {
    return new OrderCanceled(
        order.id(), PAPER, order.instrument(), NOON, order.cumulative(), "test");
  }

  /** The one open order. */
  OpenOrder open() {
    return state.open().getLast();
  }

  /** Buys at once, as if filled. */
  void holding(Side side, String quantity) {
    state =
        new RiskState(
            PAPER,
            USD,
            new SavedState(
                Map.of(
                    EURUSD,
                    side == Side.BUY ? Quantity.of(quantity) : Quantity.of(quantity).negate()),
                Map.of(),
                List.of(),
                List.of(),
                List.of()));
    state.equity(Money.of("100000", USD));
  }

  @Override
  public @Nullable InstrumentDefined instrument(InstrumentId instrument) {
    return instruments.get(instrument);
  }

  @Override
  public @Nullable Quoted quote(InstrumentId instrument) {
    QuoteTick tick = quotes.get(instrument);
    return tick == null ? null : new Quoted(tick, null);
  }

  @Override
  public Optional<Price> rate(Currency from, Currency to, Instant at) {
    return Optional.ofNullable(rate);
  }
}
