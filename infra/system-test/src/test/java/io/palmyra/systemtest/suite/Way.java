package io.palmyra.systemtest.suite;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.fill.FillRecorded;
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
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.venue.Contract;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueOrderRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages and records by which one order goes its way, each found by a name. */
final class Way {
  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  static final AccountId ACCOUNT = new AccountId("paper");
  static final InstrumentId INSTRUMENT = new InstrumentId("X.SIM");
  static final SignalSource SOURCE = new SignalSource("strategy:s");
  static final Quantity TEN = Quantity.of("10");
  static final Price PRICE = Price.of("1.5");

  private Way() {}

  static SignalId signal(String name) {
    return SignalId.of(SOURCE, ACCOUNT, name);
  }

  static ClientOrderId id(String name) {
    return ClientOrderId.of(signal(name), 0, 0, 0);
  }

  static FillId fillId(String execution) {
    return FillId.of(new VenueId("SIMULATED"), ACCOUNT, new ExecutionId(execution));
  }

  static SignalAccepted decision(String name) {
    return new SignalAccepted(
        signal(name),
        ACCOUNT,
        SOURCE,
        INSTRUMENT,
        id(name),
        null,
        List.of(),
        new DecisionInputs(
            NOON,
            null,
            null,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            null,
            RiskTier.NORMAL,
            List.of(),
            Map.of(),
            List.of(),
            null));
  }

  static SubmitOrder order(String name) {
    return order(name, false, null);
  }

  /** An order that may only reduce, and names a halt. */
  static SubmitOrder reducing(String name, String halt) {
    return order(name, true, halt);
  }

  private static SubmitOrder order(String name, boolean reduceOnly, @Nullable String halt) {
    return new SubmitOrder(
        id(name),
        ACCOUNT,
        signal(name),
        SOURCE,
        INSTRUMENT,
        Side.BUY,
        OrderType.MARKET,
        TEN,
        null,
        null,
        null,
        TimeInForce.IOC,
        reduceOnly,
        halt,
        null,
        NOON,
        Duration.ofSeconds(5));
  }

  static HaltChanged halt(HaltStatus status, Instant at) {
    return new HaltChanged(
        HaltScope.ALL,
        new HaltId("drill"),
        status,
        HaltMode.HALTED,
        RiskTier.NORMAL,
        "drill",
        "person",
        at,
        true,
        true);
  }

  static VenueEvent.Accepted accepted(String name) {
    return accepted(name, false);
  }

  /** The venue takes up an order that may only reduce. */
  static VenueEvent.Accepted reducing(String name) {
    return accepted(name, true);
  }

  private static VenueEvent.Accepted accepted(String name, boolean reduceOnly) {
    return new VenueEvent.Accepted(
        new VenueOrderId("v-" + name),
        new VenueOrderRequest(
            id(name),
            INSTRUMENT,
            Side.BUY,
            OrderType.MARKET,
            TEN,
            null,
            null,
            null,
            TimeInForce.IOC,
            reduceOnly));
  }

  static VenueEvent.Executed executed(String name, String execution) {
    return new VenueEvent.Executed(
        id(name),
        new VenueOrderId("v-" + name),
        new ExecutionId(execution),
        INSTRUMENT,
        Side.BUY,
        TEN,
        PRICE,
        TEN,
        Quantity.ZERO,
        Money.zero(Currency.USD),
        Liquidity.TAKER,
        new Contract(Currency.USD, Quantity.ONE, false));
  }

  static OrderFilled filled(String name, String execution) {
    return new OrderFilled(
        id(name),
        ACCOUNT,
        INSTRUMENT,
        NOON,
        new VenueOrderId("v-" + name),
        signal(name),
        SOURCE,
        Side.BUY,
        fillId(execution),
        new ExecutionId(execution),
        TEN,
        PRICE,
        TEN,
        Quantity.ZERO,
        Money.zero(Currency.USD),
        Liquidity.TAKER,
        NOON);
  }

  static FillRecorded fill(String name, String execution) {
    return new FillRecorded(
        id(name),
        ACCOUNT,
        INSTRUMENT,
        signal(name),
        SOURCE,
        new VenueId("SIMULATED"),
        Side.BUY,
        fillId(execution),
        new ExecutionId(execution),
        TEN,
        PRICE,
        TEN,
        Quantity.ZERO,
        Money.zero(Currency.USD),
        Liquidity.TAKER,
        NOON);
  }
}
