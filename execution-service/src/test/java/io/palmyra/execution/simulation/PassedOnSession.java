package io.palmyra.execution.simulation;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import io.palmyra.execution.application.VenueSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Passes everything on; a test breaks one thing of it. */
class PassedOnSession implements VenueSession {
  private final VenueSession sound;

  PassedOnSession(VenueSession sound) {
    this.sound = sound;
  }

  @Override
  public void submit(SubmitOrder order) throws IOException {
    sound.submit(order);
  }

  @Override
  public void cancel(ClientOrderId order, String reason) throws IOException {
    sound.cancel(order, reason);
  }

  @Override
  public void replace(ReplaceOrder replacement) throws IOException {
    sound.replace(replacement);
  }

  @Override
  public Optional<VenueOrderReport> query(ClientOrderId order) throws IOException {
    return sound.query(order);
  }

  @Override
  public List<VenueOrderReport> openOrders() throws IOException {
    return sound.openOrders();
  }

  @Override
  public List<VenueNotice.OfFill> fillsSince(long sequence) throws IOException {
    return sound.fillsSince(sequence);
  }

  @Override
  public Map<InstrumentId, Quantity> positions() throws IOException {
    return sound.positions();
  }

  @Override
  public List<Money> cash() throws IOException {
    return sound.cash();
  }

  @Override
  public OptionalInt messagesPerSecond() {
    return sound.messagesPerSecond();
  }

  @Override
  public List<CashDeposited> deposits() throws IOException {
    return sound.deposits();
  }

  @Override
  public void close() {
    sound.close();
  }
}
