package io.palmyra.execution.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.execution.Progress;
import io.palmyra.execution.application.Clocks;
import io.palmyra.execution.application.Order;
import io.palmyra.execution.application.Replacement;
import io.palmyra.platform.database.Decimals;
import io.palmyra.platform.database.RowInsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders as rows. */
@Component
final class OrderRows {
  static final String OPEN =
      "state not in ('FILLED', 'CANCELED', 'REJECTED', 'DENIED', 'EXPIRED'," + " 'REPLACED')";

  /** A new order, whose columns are those of {@link #columns}. */
  static final RowInsert INSERT =
      new RowInsert(
          "venue_order",
          "client_order_id",
          "account",
          "epoch",
          "signal_id",
          "source",
          "instrument",
          "side",
          "type",
          "quantity",
          "limit_price",
          "stop_price",
          "trailing_offset",
          "time_in_force",
          "reduce_only",
          "authorised_by_halt",
          "parent",
          "approved_at",
          "maximum_age_millis",
          "received_at",
          "updated_at",
          "state",
          "total",
          "cumulative",
          "accepted",
          "venue_order_id",
          "reason");

  private final Clocks clocks;

  /**
   * @param clocks turn the moment of receipt into this process's time
   */
  OrderRows(Clocks clocks) {
    this.clocks = clocks;
  }

  Order order(ResultSet row, Set<FillId> fills) throws SQLException {
    var progress =
        new Progress(
            Decimals.quantity(row.getBigDecimal("total")),
            Decimals.quantity(row.getBigDecimal("cumulative")),
            row.getBoolean("accepted"),
            fills);
    String venueOrderId = row.getString("venue_order_id");
    Instant received = row.getTimestamp("received_at").toInstant();
    SubmitOrder command = command(row);
    return new Order(
        command,
        OrderState.of(row.getString("state"), progress),
        venueOrderId == null ? null : new VenueOrderId(venueOrderId),
        received,
        clocks.agedFrom(command.approvedAt(), received),
        row.getString("reason"),
        replacement(row));
  }

  private static @Nullable Replacement replacement(ResultSet row) throws SQLException {
    String newId = row.getString("replacement_id");
    return newId == null
        ? null
        : new Replacement(
            new ClientOrderId(newId),
            Decimals.quantity(row.getBigDecimal("replacement_quantity")),
            Decimals.price(row.getBigDecimal("replacement_limit_price")),
            Decimals.price(row.getBigDecimal("replacement_stop_price")));
  }

  private static @Nullable ClientOrderId parent(ResultSet row) throws SQLException {
    String parent = row.getString("parent");
    return parent == null ? null : new ClientOrderId(parent);
  }

  private static SubmitOrder command(ResultSet row) throws SQLException {
    return new SubmitOrder(
        new ClientOrderId(row.getString("client_order_id")),
        new AccountId(row.getString("account")),
        new SignalId(row.getString("signal_id")),
        new SignalSource(row.getString("source")),
        new InstrumentId(row.getString("instrument")),
        Side.valueOf(row.getString("side")),
        OrderType.valueOf(row.getString("type")),
        Decimals.quantity(row.getBigDecimal("quantity")),
        Decimals.price(row.getBigDecimal("limit_price")),
        Decimals.price(row.getBigDecimal("stop_price")),
        Decimals.price(row.getBigDecimal("trailing_offset")),
        TimeInForce.valueOf(row.getString("time_in_force")),
        row.getBoolean("reduce_only"),
        row.getString("authorised_by_halt"),
        parent(row),
        row.getTimestamp("approved_at").toInstant(),
        Duration.ofMillis(row.getLong("maximum_age_millis")));
  }

  /** The values of the columns that an order is inserted with. */
  static @Nullable Object[] columns(Order order, long epoch, Instant now) {
    SubmitOrder command = order.command();
    Progress progress = order.state().progress();
    ClientOrderId parent = command.parent();
    VenueOrderId venueOrderId = order.venueOrderId();
    return new @Nullable Object[] {
      command.clientOrderId().value(),
      command.account().value(),
      epoch,
      command.signalId().value(),
      command.source().value(),
      command.instrument().value(),
      command.side().name(),
      command.type().name(),
      Decimals.of(command.quantity()),
      Decimals.of(command.limitPrice()),
      Decimals.of(command.stopPrice()),
      Decimals.of(command.trailingOffset()),
      command.timeInForce().name(),
      command.reduceOnly(),
      command.authorisedByHalt(),
      parent == null ? null : parent.value(),
      Timestamp.from(command.approvedAt()),
      command.maximumAge().toMillis(),
      Timestamp.from(order.receivedAt()),
      Timestamp.from(now),
      order.state().code(),
      Decimals.of(progress.quantity()),
      Decimals.of(progress.cumulative()),
      progress.accepted(),
      venueOrderId == null ? null : venueOrderId.value(),
      order.reason()
    };
  }
}
