package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.platform.database.Decimals;
import io.palmyra.risk.application.LimitStore.LimitChange;
import io.palmyra.risk.application.StoredLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads limits from the rows of their tables. */
final class LimitRows {
  /** Each account with each instrument that differs, once without any if none does. */
  static final String SELECT =
      """
      select a.account, a.currency, trim_scale(a.price_collar) as price_collar,
        trim_scale(a.maximum_order_quantity) as maximum_order_quantity, a.maximum_order_value,
        trim_scale(a.maximum_position) as maximum_position, a.maximum_position_value,
        a.stale_price_after_millis, a.duplicate_window_millis,
        trim_scale(a.risk_fraction) as risk_fraction, a.version, a.changed_by, a.changed_at,
        a.reason, i.instrument, trim_scale(i.price_collar) as other_price_collar,
        trim_scale(i.maximum_order_quantity) as other_order_quantity,
        i.maximum_order_value as other_order_value,
        trim_scale(i.maximum_position) as other_position,
        i.maximum_position_value as other_position_value
      from account_limit a left join instrument_limit i on i.account = a.account
      """;

  static final String ORDER = " order by a.account, i.instrument";

  private LimitRows() {}

  /** What one row of {@link #SELECT} says: an account's limits with one instrument's, or none. */
  static StoredLimits row(ResultSet row, int number) throws SQLException {
    var currency = new Currency(row.getString("currency"));
    String instrument = row.getString("instrument");
    return new StoredLimits(
        new AccountId(row.getString("account")),
        new RiskLimits(
            Decimals.quantity(row, "price_collar"),
            Decimals.quantity(row, "maximum_order_quantity"),
            Decimals.money(row, "maximum_order_value", currency),
            Decimals.quantity(row, "maximum_position"),
            Decimals.money(row, "maximum_position_value", currency),
            Duration.ofMillis(row.getLong("stale_price_after_millis")),
            Duration.ofMillis(row.getLong("duplicate_window_millis")),
            Decimals.quantity(row, "risk_fraction")),
        instrument == null
            ? Map.of()
            : Map.of(new InstrumentId(instrument), different(row, currency)),
        row.getLong("version"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("reason"));
  }

  /** The rows of each account as one. */
  static List<StoredLimits> collected(List<StoredLimits> rows) {
    var byAccount = new LinkedHashMap<AccountId, StoredLimits>();
    rows.forEach(row -> byAccount.merge(row.account(), row, LimitRows::together));
    return List.copyOf(byAccount.values());
  }

  static LimitChange change(ResultSet row, int number) throws SQLException {
    return new LimitChange(
        row.getLong("version"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("reason"),
        row.getString("before"),
        row.getString("after"));
  }

  private static LimitOverride different(ResultSet row, Currency currency) throws SQLException {
    return new LimitOverride(
        quantity(row, "other_price_collar"),
        quantity(row, "other_order_quantity"),
        money(row, "other_order_value", currency),
        quantity(row, "other_position"),
        money(row, "other_position_value", currency));
  }

  private static StoredLimits together(StoredLimits first, StoredLimits second) {
    var instruments = new HashMap<>(first.instruments());
    instruments.putAll(second.instruments());
    return new StoredLimits(
        first.account(),
        first.limits(),
        instruments,
        first.version(),
        first.changedBy(),
        first.changedAt(),
        first.reason());
  }

  private static @Nullable Quantity quantity(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column) == null ? null : Decimals.quantity(row, column);
  }

  private static @Nullable Money money(ResultSet row, String column, Currency currency)
      throws SQLException {
    return row.getBigDecimal(column) == null ? null : Decimals.money(row, column, currency);
  }
}
