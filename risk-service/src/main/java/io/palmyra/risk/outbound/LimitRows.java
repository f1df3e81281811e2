package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.ExposureLimits;
import io.palmyra.core.risk.FlowLimits;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.core.risk.Restriction;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.platform.database.Decimals;
import io.palmyra.risk.application.limits.LimitStore.LimitChange;
import io.palmyra.risk.application.limits.StoredLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads limits from the rows of their tables. */
final class LimitRows {
  /** Each account with each instrument that differs, once without any if none does. */
  static final String SELECT =
      """
      select %s, a.account, a.currency, trim_scale(a.price_collar) as price_collar,
        trim_scale(a.maximum_order_quantity) as maximum_order_quantity, a.maximum_order_value,
        trim_scale(a.maximum_position) as maximum_position, a.maximum_position_value,
        a.stale_price_after_millis, a.duplicate_window_millis,
        trim_scale(a.risk_fraction) as risk_fraction, a.maximum_gross_exposure,
        a.maximum_net_exposure, a.maximum_strategy_exposure,
        trim_scale(a.maximum_margin_use) as maximum_margin_use, a.messages_per_second,
        a.account_messages_per_second, a.maximum_repeats, a.repeat_window_millis,
        trim_scale(a.price_walk) as price_walk, a.walk_window_millis, a.version,
        a.changed_by, a.changed_at, a.reason, i.instrument, trim_scale(i.price_collar) as other_price_collar,
        trim_scale(i.maximum_order_quantity) as other_order_quantity,
        i.maximum_order_value as other_order_value,
        trim_scale(i.maximum_position) as other_position,
        i.maximum_position_value as other_position_value, i.restricted
      from account_limit a join tier_policy t on t.account = a.account
        left join instrument_limit i on i.account = a.account
      where a.maximum_gross_exposure is not null
      """
          .formatted(TierRows.COLUMNS);

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
            Decimals.quantity(row, "risk_fraction"),
            exposure(row, currency),
            flow(row)),
        instrument == null
            ? Map.of()
            : Map.of(new InstrumentId(instrument), different(row, currency)),
        List.of(),
        TierRows.policy(row),
        ProtectionPolicy.NONE,
        new Sizing.FixedFraction(),
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
    String restricted = row.getString("restricted");
    return new LimitOverride(
        quantity(row, "other_price_collar"),
        quantity(row, "other_order_quantity"),
        money(row, "other_order_value", currency),
        quantity(row, "other_position"),
        money(row, "other_position_value", currency),
        restricted == null ? null : Restriction.valueOf(restricted));
  }

  private static ExposureLimits exposure(ResultSet row, Currency currency) throws SQLException {
    return new ExposureLimits(
        Decimals.money(row, "maximum_gross_exposure", currency),
        Decimals.money(row, "maximum_net_exposure", currency),
        Decimals.money(row, "maximum_strategy_exposure", currency),
        Decimals.quantity(row, "maximum_margin_use"));
  }

  private static FlowLimits flow(ResultSet row) throws SQLException {
    return new FlowLimits(
        row.getInt("messages_per_second"),
        row.getInt("account_messages_per_second"),
        row.getInt("maximum_repeats"),
        Duration.ofMillis(row.getLong("repeat_window_millis")),
        Decimals.quantity(row, "price_walk"),
        Duration.ofMillis(row.getLong("walk_window_millis")));
  }

  static LimitSchedule schedule(ResultSet row) throws SQLException {
    LocalTime opens = row.getObject("opens", LocalTime.class);
    Duration length = Duration.ofSeconds(row.getInt("length_seconds"));
    return new LimitSchedule(
        new SessionCalendar(
            ZoneId.of(row.getString("zone")),
            Arrays.stream(row.getString("days").split(","))
                .map(day -> new TradingSession(DayOfWeek.valueOf(day), opens, length))
                .toList(),
            Set.of()),
        Decimals.quantity(row, "share"));
  }

  static StoredLimits with(
      StoredLimits stored,
      List<LimitSchedule> schedules,
      ProtectionPolicy protection,
      Sizing sizing) {
    return new StoredLimits(
        stored.account(),
        stored.limits(),
        stored.instruments(),
        schedules,
        stored.tiers(),
        protection,
        sizing,
        stored.version(),
        stored.changedBy(),
        stored.changedAt(),
        stored.reason());
  }

  private static StoredLimits together(StoredLimits first, StoredLimits second) {
    var instruments = new HashMap<>(first.instruments());
    instruments.putAll(second.instruments());
    return new StoredLimits(
        first.account(),
        first.limits(),
        instruments,
        List.of(),
        first.tiers(),
        first.protection(),
        first.sizing(),
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
