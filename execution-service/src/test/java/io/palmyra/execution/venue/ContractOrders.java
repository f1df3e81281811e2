package io.palmyra.execution.venue;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Orders to buy, each under a name of its own. */
final class ContractOrders {
  private static final SignalSource SOURCE = new SignalSource("person:contract");
  private static final Duration MAXIMUM_AGE = Duration.ofSeconds(5);

  private final AccountId account;
  private final InstrumentId instrument;
  private int made;

  ContractOrders(AccountId account, InstrumentId instrument) {
    this.account = account;
    this.instrument = instrument;
  }

  SubmitOrder market(String quantity) {
    return order(OrderType.MARKET, quantity, null);
  }

  SubmitOrder limit(String quantity, String price) {
    return order(OrderType.LIMIT, quantity, Price.of(price));
  }

  private SubmitOrder order(OrderType type, String quantity, @Nullable Price limit) {
    SignalId signal = nextSignal();
    return new SubmitOrder(
        ClientOrderId.of(signal, 0, 0, 0),
        account,
        signal,
        SOURCE,
        instrument,
        Side.BUY,
        type,
        Quantity.of(quantity),
        limit,
        null,
        null,
        TimeInForce.GTC,
        false,
        null,
        null,
        Instant.EPOCH,
        MAXIMUM_AGE);
  }

  ReplaceOrder replacing(SubmitOrder order, String quantity) {
    SignalId signal = nextSignal();
    return new ReplaceOrder(
        order.clientOrderId(),
        account,
        ClientOrderId.of(signal, 0, 0, 1),
        signal,
        Quantity.of(quantity),
        null,
        null,
        MAXIMUM_AGE,
        Instant.EPOCH);
  }

  private SignalId nextSignal() {
    return SignalId.of(SOURCE, account, "order-" + made++);
  }
}
