package io.palmyra.backtest.engine;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderEvent;
import java.time.Instant;
import java.util.function.Consumer;

/** The venue of a backtest, as a desk sees it. */
interface PlayedVenue {
  /** Who is told of what happens, from now on. */
  void tells(Consumer<OrderEvent> listener);

  /** Takes an order up. */
  void submit(SubmitOrder order, Instant now);

  /** Takes one out, if it still works. */
  void cancel(ClientOrderId id, String reason, Instant now);

  /** Takes all out that still work. */
  void cancelAll(String reason, Instant now);
}
