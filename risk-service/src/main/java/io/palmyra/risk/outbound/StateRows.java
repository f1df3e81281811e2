package io.palmyra.risk.outbound;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.AppliedFill;
import io.palmyra.core.risk.DecidedSignal;
import io.palmyra.core.risk.Holding;
import io.palmyra.core.risk.OpenOrder;
import io.palmyra.platform.database.Decimals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads rows of the state's tables. Numbers come as plain text, exact. */
final class StateRows {
  static final String POSITIONS =
      "select account, instrument, trim_scale(quantity)::text as quantity"
          + " from position where partition = ?";

  static final String HOLDINGS =
      "select account, source, instrument, trim_scale(quantity)::text as quantity"
          + " from holding where partition = ?";

  static final String ORDERS =
      """
      select account, client_order_id, instrument, side, type, trim_scale(quantity)::text as quantity,
        trim_scale(limit_price)::text as limit_price, trim_scale(stop_price)::text as stop_price,
        trim_scale(trailing_offset)::text as trailing_offset,
        time_in_force, reduce_only, signal_id, source,
        trim_scale(cumulative_quantity)::text as cumulative_quantity, unknown,
        asked_client_order_id, trim_scale(asked_quantity)::text as asked_quantity, closed, number
      from counted_order where partition = ? and not closed
      union all
      (select account, client_order_id, instrument, side, type, trim_scale(quantity)::text,
        trim_scale(limit_price)::text, trim_scale(stop_price)::text,
        trim_scale(trailing_offset)::text,
        time_in_force, reduce_only, signal_id, source,
        trim_scale(cumulative_quantity)::text, unknown,
        asked_client_order_id, trim_scale(asked_quantity)::text, closed, number
      from counted_order where partition = ? and closed order by number desc limit ?)
      order by number
      """;

  static final String SIGNALS =
      """
      select account, signal_id, decided_at, same_order,
        case when accepted and side is not null then source end as sent from
        (select * from decided_signal where partition = ? order by number desc limit ?) latest
      order by number
      """;

  static final String FILLS =
      """
      select account, fill_id, client_order_id, instrument, side, source,
        trim_scale(quantity)::text as quantity from
        (select * from applied_fill where partition = ? order by number desc limit ?) latest
      order by number
      """;

  private StateRows() {}

  static AccountId account(ResultSet row) throws SQLException {
    return new AccountId(row.getString("account"));
  }

  static InstrumentId instrument(ResultSet row) throws SQLException {
    return new InstrumentId(row.getString("instrument"));
  }

  static Quantity quantity(ResultSet row, String column) throws SQLException {
    return Decimals.quantity(row, column);
  }

  static OpenOrder order(ResultSet row) throws SQLException {
    String asked = row.getString("asked_client_order_id");
    return new OpenOrder(
        draft(row),
        new SignalId(row.getString("signal_id")),
        new SignalSource(row.getString("source")),
        quantity(row, "cumulative_quantity"),
        row.getBoolean("unknown"),
        asked == null
            ? null
            : new OpenOrder.Asked(new ClientOrderId(asked), quantity(row, "asked_quantity")),
        row.getBoolean("closed"));
  }

  static OrderDraft draft(ResultSet row) throws SQLException {
    return new OrderDraft(
        new ClientOrderId(row.getString("client_order_id")),
        instrument(row),
        Side.valueOf(row.getString("side")),
        OrderType.valueOf(row.getString("type")),
        quantity(row, "quantity"),
        price(row, "limit_price"),
        price(row, "stop_price"),
        price(row, "trailing_offset"),
        TimeInForce.valueOf(row.getString("time_in_force")),
        row.getBoolean("reduce_only"));
  }

  static DecidedSignal signal(ResultSet row) throws SQLException {
    return new DecidedSignal(
        new SignalId(row.getString("signal_id")),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        source(row, "sent"),
        row.getString("same_order"));
  }

  static AppliedFill fill(ResultSet row) throws SQLException {
    return new AppliedFill(
        new FillId(row.getString("fill_id")),
        new ClientOrderId(row.getString("client_order_id")),
        instrument(row),
        source(row, "source"),
        Side.valueOf(row.getString("side")),
        quantity(row, "quantity"));
  }

  static Holding holding(ResultSet row) throws SQLException {
    return new Holding(new SignalSource(row.getString("source")), instrument(row));
  }

  private static @Nullable SignalSource source(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : new SignalSource(text);
  }

  private static @Nullable Price price(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Price.of(text);
  }
}
