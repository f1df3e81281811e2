package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A session with a venue for one account under one epoch.
 *
 * <p>Submit, cancel and replace hand bytes over and return; what comes of them is told to the
 * listener. They are never repeated by anybody. The questions wait for their answers and throw if
 * none comes: no answer is never an empty one.
 */
public interface VenueSession extends AutoCloseable {
  /**
   * Hands an order over.
   *
   * @throws IOException if it may not have gone, or only in part: its fate is unknown then
   */
  void submit(SubmitOrder order) throws IOException;

  /** Hands a cancel over. */
  void cancel(ClientOrderId order, String reason) throws IOException;

  /** Hands new values over. */
  void replace(ReplaceOrder replacement) throws IOException;

  /** How an order stands, empty if the venue never got it. */
  Optional<VenueOrderReport> query(ClientOrderId order) throws IOException;

  /** All orders that work. */
  List<VenueOrderReport> openOrders() throws IOException;

  /** Fills, and what was changed of fills, after a sequence and in order. */
  List<VenueNotice.OfFill> fillsSince(long sequence) throws IOException;

  /** What is held, by instrument. */
  Map<InstrumentId, Quantity> positions() throws IOException;

  /** Cash in every currency. */
  List<Money> cash() throws IOException;

  /** Orders, cancels and replacements that the venue takes within any second; empty if unbound. */
  OptionalInt messagesPerSecond();

  /** Cash that came in, each under a reference of its own. */
  List<CashDeposited> deposits() throws IOException;

  /** Ends the session; the listener hears of it. */
  @Override
  void close();
}
