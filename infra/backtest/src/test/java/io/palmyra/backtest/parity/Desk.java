package io.palmyra.backtest.parity;

import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.risk.AccountLimits;
import io.palmyra.core.risk.Market;
import io.palmyra.core.risk.RiskDecider;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.RiskView;
import io.palmyra.core.risk.SavedState;
import io.palmyra.core.risk.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Risk, as it decides for the one account of a {@link SyntheticDay}. */
final class Desk implements Market {
  private final InstrumentDefined terms;
  private final RiskState state;
  private final AccountLimits limits;
  private final TradingControl control;
  private QuoteTick quote;

  Desk(InstrumentDefined terms, AccountId account, QuoteTick quote) {
    this.terms = terms;
    this.quote = quote;
    this.state = new RiskState(account, Currency.USD, SavedState.NONE);
    this.limits =
        new AccountLimits(
            LimitsProfile.WIDE.in(Currency.USD, Duration.ofMinutes(1)), Map.of(), List.of());
    var lift =
        new HaltChanged(
            HaltScope.ALL,
            new HaltId("initial"),
            HaltStatus.LIFTED,
            HaltMode.HALTED,
            RiskTier.NORMAL,
            "a test",
            "test",
            Instant.EPOCH,
            false,
            true);
    this.control = TradingControl.empty().fold(lift.key(), lift, true, 0);
    state.equity(Money.of("100000", Currency.USD));
  }

  void at(QuoteTick now) {
    quote = now;
  }

  RiskDecision decide(Signal signal, Instant wall) {
    var view =
        new RiskView(
            this,
            limits,
            control,
            Standing.NORMAL,
            quote.time(),
            wall,
            Duration.ofSeconds(5),
            List.of());
    RiskDecision made = RiskDecider.decide(state, signal, view).orElseThrow();
    state.apply(made);
    return made;
  }

  void follow(OrderEvent event) {
    state.evolve(event);
  }

  @Override
  public InstrumentDefined instrument(InstrumentId instrument) {
    return terms;
  }

  @Override
  public Quoted quote(InstrumentId instrument) {
    return new Quoted(quote, null);
  }

  @Override
  public Optional<Price> rate(Currency from, Currency to, Instant now) {
    return Optional.of(new Price(1, 0));
  }

  static QuoteTick quote(InstrumentDefined terms, Price mid, Instant at) {
    Price half = terms.tickSize();
    return new QuoteTick(
        terms.instrument(),
        mid.minus(half).atScale(terms.priceScale()),
        mid.plus(half).atScale(terms.priceScale()),
        Quantity.ZERO,
        Quantity.ZERO,
        at,
        "test");
  }

  static @Nullable SubmitOrder submitted(RiskDecision made) {
    return made.command() instanceof SubmitOrder order ? order : null;
  }

  OrderFilled filled(SubmitOrder order, Instant at) {
    var execution = new ExecutionId("e" + order.clientOrderId());
    return new OrderFilled(
        order.clientOrderId(),
        order.account(),
        order.instrument(),
        at,
        new VenueOrderId("v"),
        order.signalId(),
        order.source(),
        order.side(),
        FillId.of(new VenueId("SIMULATED"), order.account(), execution),
        execution,
        order.quantity(),
        order.side().sign() > 0 ? quote.ask() : quote.bid(),
        order.quantity(),
        Quantity.ZERO,
        Money.zero(Currency.USD),
        Liquidity.TAKER,
        at);
  }

  static FillRecorded booked(OrderFilled fill) {
    return new FillRecorded(
        fill.clientOrderId(),
        fill.account(),
        fill.instrument(),
        fill.signalId(),
        fill.source(),
        new VenueId("SIMULATED"),
        fill.side(),
        fill.fillId(),
        fill.executionId(),
        fill.lastQuantity(),
        fill.lastPrice(),
        fill.cumulativeQuantity(),
        fill.leavesQuantity(),
        fill.fee(),
        fill.liquidity(),
        fill.venueTime());
  }
}
