package io.palmyra.execution.outbound.simulated;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.protocol.ClientFrame;
import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.execution.application.VenueListener;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import io.palmyra.execution.application.VenueSession;
import io.palmyra.platform.time.MonotonicClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A session with the simulated venue. */
final class SimulatedVenueSession implements VenueSession, VenueWire.Listener {
  private final VenueWire wire;
  private final VenueListener listener;
  private final Map<Long, ClientFrame.Request> underWay = new ConcurrentHashMap<>();
  private final EventOrder events;
  private volatile List<CashDeposited> deposits = List.of();
  private volatile OptionalInt messagesPerSecond = OptionalInt.empty();

  /**
   * @param patience how long an event that others overtook is waited for
   */
  SimulatedVenueSession(
      VenueWire wire, VenueListener listener, Duration patience, MonotonicClock clock) {
    this.wire = wire;
    this.listener = listener;
    this.events =
        new EventOrder(event -> Notices.of(event).ifPresent(listener::on), patience, clock);
  }

  void opened(ServerFrame.LoggedOn stands) {
    deposits = Notices.deposit(stands.opening()).stream().toList();
    Integer most = stands.messagesPerSecond();
    messagesPerSecond = most == null ? OptionalInt.empty() : OptionalInt.of(most);
    events.from(stands.sequence());
  }

  @Override
  public void submit(SubmitOrder order) throws IOException {
    handOver(new ClientFrame.Submit(wire.newId(), Notices.request(order)));
  }

  @Override
  public void cancel(ClientOrderId order, String reason) throws IOException {
    handOver(new ClientFrame.Cancel(wire.newId(), order, reason));
  }

  @Override
  public void replace(ReplaceOrder replacement) throws IOException {
    handOver(
        new ClientFrame.Replace(
            wire.newId(),
            replacement.clientOrderId(),
            replacement.newClientOrderId(),
            replacement.quantity(),
            replacement.limitPrice(),
            replacement.stopPrice()));
  }

  private void handOver(ClientFrame.Request request) throws IOException {
    underWay.put(request.id(), request);
    wire.write(request);
  }

  @Override
  public Optional<VenueOrderReport> query(ClientOrderId order) throws IOException {
    ServerFrame.OrderReport report =
        wire.ask(id -> new ClientFrame.QueryOrder(id, order), ServerFrame.OrderReport.class);
    return Optional.ofNullable(report.order()).map(Notices::report);
  }

  @Override
  public List<VenueOrderReport> openOrders() throws IOException {
    return wire.ask(ClientFrame.OpenOrders::new, ServerFrame.OrdersReport.class).orders().stream()
        .map(Notices::report)
        .toList();
  }

  @Override
  public List<VenueNotice.OfFill> fillsSince(long sequence) throws IOException {
    return wire
        .ask(id -> new ClientFrame.FillsSince(id, sequence), ServerFrame.FillsReport.class)
        .fills()
        .stream()
        .map(Notices::ofFill)
        .toList();
  }

  @Override
  public Map<InstrumentId, Quantity> positions() throws IOException {
    return wire
        .ask(ClientFrame.Positions::new, ServerFrame.PositionsReport.class)
        .positions()
        .stream()
        .collect(Collectors.toMap(ServerFrame.Held::instrument, ServerFrame.Held::quantity));
  }

  @Override
  public List<Money> cash() throws IOException {
    return wire.ask(ClientFrame.Cash::new, ServerFrame.CashReport.class).cash();
  }

  @Override
  public OptionalInt messagesPerSecond() {
    return messagesPerSecond;
  }

  @Override
  public List<CashDeposited> deposits() {
    return deposits;
  }

  @Override
  public void close() {
    wire.end("closed by us");
  }

  @Override
  public void on(ServerFrame frame) {
    switch (frame) {
      case ServerFrame.Event event -> events.take(event.record());
      case ServerFrame.Done done -> underWay.remove(done.id());
      case ServerFrame.Refused refused -> {
        ClientFrame.Request request = underWay.remove(refused.id());
        if (request != null) {
          Notices.refusal(request, refused).ifPresent(listener::on);
        }
      }
      case ServerFrame.LoggedOn _,
          ServerFrame.OrderReport _,
          ServerFrame.OrdersReport _,
          ServerFrame.FillsReport _,
          ServerFrame.PositionsReport _,
          ServerFrame.CashReport _ -> {
        // Answers that came too late: whoever asked has given up.
      }
      case ServerFrame.Heartbeat _ -> {
        if (events.lacksOne()) {
          wire.end("an event of the venue does not come");
        }
      }
    }
  }

  @Override
  public void ended(String cause) {
    listener.disconnected(cause);
  }
}
