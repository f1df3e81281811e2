package io.palmyra.execution.application;

import io.palmyra.core.control.TradingControl;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What halts want canceled of an account's orders. Used by one thread. */
final class HaltCancels {
  private final AccountIdentity identity;
  private final Control control;
  private final OrderBook book;
  private @Nullable TradingControl last;

  HaltCancels(AccountIdentity identity, Control control, OrderBook book) {
    this.identity = identity;
    this.control = control;
    this.book = book;
  }

  /** The cancels that follow from control as it is, each time it has changed. */
  List<Outgoing.Cancel> wanted() {
    TradingControl now = control.state().get().orElse(null);
    if (now == null || now.equals(last)) {
      return List.of();
    }
    last = now;
    return book.all().stream().flatMap(order -> cancel(order, now)).toList();
  }

  private Stream<Outgoing.Cancel> cancel(Order order, TradingControl now) {
    return now
        .canceling(
            identity.account(),
            order.command().instrument(),
            order.command().source(),
            order.command().reduceOnly())
        .map(halt -> new Outgoing.Cancel(order.id(), "halt " + halt.key()))
        .stream();
  }
}
