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

/** A session that passes everything on to another, for those that change one thing of it. */
public class PassedOnSession implements VenueSession {
  private final VenueSession session;

  /** Passes on to this one. */
  public PassedOnSession(VenueSession session) {
    this.session = session;
  }

  @Override
  public void submit(SubmitOrder order) throws IOException {
    session.submit(order);
  }

  @Override
  public void cancel(ClientOrderId order, String reason) throws IOException {
    session.cancel(order, reason);
  }

  @Override
  public void replace(ReplaceOrder replacement) throws IOException {
    session.replace(replacement);
  }

  @Override
  public Optional<VenueOrderReport> query(ClientOrderId order) throws IOException {
    return session.query(order);
  }

  @Override
  public List<VenueOrderReport> openOrders() throws IOException {
    return session.openOrders();
  }

  @Override
  public List<VenueNotice.OfFill> fillsSince(long sequence) throws IOException {
    return session.fillsSince(sequence);
  }

  @Override
  public Map<InstrumentId, Quantity> positions() throws IOException {
    return session.positions();
  }

  @Override
  public List<Money> cash() throws IOException {
    return session.cash();
  }

  @Override
  public OptionalInt messagesPerSecond() {
    return session.messagesPerSecond();
  }

  @Override
  public List<CashDeposited> deposits() throws IOException {
    return session.deposits();
  }

  @Override
  public void close() {
    session.close();
  }
}
