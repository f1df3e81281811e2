package io.palmyra.execution.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.OrderViews;
import io.palmyra.platform.database.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Orders for people, read in one statement so that row and sequence agree. */
@Component
final class JdbcOrderViews implements OrderViews {
  private static final String ROWS =
      """
      select o.*,
        (select sum(f.quantity * f.price) from venue_fill f
          where f.client_order_id = o.client_order_id) as paid,
        (select sum(f.quantity) from venue_fill f
          where f.client_order_id = o.client_order_id) as bought,
        coalesce((select max(x.sequence) from outbox x
          where x.topic = 'order-events' and x.account = o.account), 0) as last_sequence
      from venue_order o where\s""";

  private final JdbcTemplate jdbc;

  /**
   * @param jdbc on the service's database
   */
  JdbcOrderViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<OrderView> newest(AccountId account, boolean openOnly, int limit) {
    return jdbc.query(
        ROWS
            + "o.account = ?"
            + (openOnly ? " and o." + OrderRows.OPEN : "")
            + " order by o.received_at desc, o.client_order_id limit ?",
        (row, _) -> view(row),
        account.value(),
        limit);
  }

  @Override
  public Optional<OrderView> one(ClientOrderId id) {
    return jdbc.query(ROWS + "o.client_order_id = ?", (row, _) -> view(row), id.value()).stream()
        .findFirst();
  }

  private static OrderView view(ResultSet row) throws SQLException {
    Quantity total = Decimals.quantity(row.getBigDecimal("total"));
    Quantity cumulative = Decimals.quantity(row.getBigDecimal("cumulative"));
    return new OrderView(
        row.getString("client_order_id"),
        new AccountId(row.getString("account")),
        row.getString("instrument"),
        row.getString("side"),
        row.getString("type"),
        row.getString("time_in_force"),
        total,
        Decimals.price(row.getBigDecimal("limit_price")),
        Decimals.price(row.getBigDecimal("stop_price")),
        Decimals.price(row.getBigDecimal("trailing_offset")),
        row.getString("parent"),
        row.getString("state"),
        cumulative,
        total.minus(cumulative),
        Decimals.price(average(row.getBigDecimal("paid"), row.getBigDecimal("bought"))),
        row.getString("venue_order_id"),
        row.getString("signal_id"),
        row.getString("source"),
        row.getBoolean("reduce_only"),
        row.getString("reason"),
        row.getTimestamp("received_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getLong("last_sequence"));
  }

  private static @Nullable BigDecimal average(
      @Nullable BigDecimal paid, @Nullable BigDecimal quantity) {
    if (paid == null || quantity == null || quantity.signum() == 0) {
      return null;
    }
    BigDecimal average = paid.divide(quantity, 8, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return average.scale() < 0 ? average.setScale(0) : average;
  }
}
