package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.risk.application.limits.LimitStore;
import io.palmyra.risk.application.limits.StoredLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps limits in PostgreSQL. */
@Repository
class JdbcLimitStore implements LimitStore {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final JdbcFirmLimitStore firm;
  private final ProtectionRows protection;
  private final SizingRows sizing;

  /**
   * @param firm refuses what is more than the firm allows
   */
  JdbcLimitStore(JdbcClient jdbc, TransactionOperations transactions, JdbcFirmLimitStore firm) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.firm = firm;
    this.protection = new ProtectionRows(jdbc);
    this.sizing = new SizingRows(jdbc);
  }

  @Override
  public List<StoredLimits> all() {
    return withTheRest(
        LimitRows.collected(
            jdbc.sql(LimitRows.SELECT + LimitRows.ORDER).query(LimitRows::row).list()));
  }

  @Override
  public Optional<StoredLimits> of(AccountId account) {
    return withTheRest(
            LimitRows.collected(
                jdbc.sql(LimitRows.SELECT + " and a.account = ?" + LimitRows.ORDER)
                    .param(account.value())
                    .query(LimitRows::row)
                    .list()))
        .stream()
        .findFirst();
  }

  private List<StoredLimits> withTheRest(List<StoredLimits> stored) {
    return stored.stream()
        .map(
            one ->
                LimitRows.with(
                    one,
                    jdbc.sql(
                            "select zone, days, opens, length_seconds,"
                                + " trim_scale(share) as share from limit_schedule"
                                + " where account = ? order by number")
                        .param(one.account().value())
                        .query((row, _) -> LimitRows.schedule(row))
                        .list(),
                    protection.of(one.account()),
                    sizing.of(one.account())))
        .toList();
  }

  @Override
  public long version(AccountId account) {
    return jdbc.sql("select coalesce(max(version), 0) from limit_change where account = ?")
        .param(account.value())
        .query(Long.class)
        .single();
  }

  @Override
  public boolean replace(StoredLimits now, @Nullable String before, String after) {
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              // Of two changes made at once the second waits here, and finds another version.
              if (!put(now)) {
                return false;
              }
              firm.requireWithin(now.limits().maximumOrderValue().currency());
              putInstruments(now.account(), now.instruments());
              putSchedules(now.account(), now.schedules());
              putTiers(now.account(), now.tiers());
              protection.replace(now.account(), now.protection());
              sizing.replace(now.account(), now.sizing());
              record(now, before, after);
              return true;
            }));
  }

  @Override
  public long changes() {
    return jdbc.sql("select count(*) from limit_change").query(Long.class).single();
  }

  @Override
  public List<LimitChange> history(AccountId account, int limit) {
    return jdbc.sql(
            "select version, changed_by, changed_at, reason, before, after from limit_change"
                + " where account = ? order by version desc limit ?")
        .params(account.value(), limit)
        .query(LimitRows::change)
        .list();
  }

  private boolean put(StoredLimits now) {
    return jdbc.sql(
                """
                insert into account_limit as present (account, currency, price_collar,
                  maximum_order_quantity, maximum_order_value, maximum_position,
                  maximum_position_value, stale_price_after_millis, duplicate_window_millis,
                  risk_fraction, maximum_gross_exposure, maximum_net_exposure,
                  maximum_strategy_exposure, maximum_margin_use, messages_per_second,
                  account_messages_per_second, maximum_repeats, repeat_window_millis, price_walk,
                  walk_window_millis, version, changed_by, changed_at, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (account) do update set currency = excluded.currency,
                  price_collar = excluded.price_collar,
                  maximum_order_quantity = excluded.maximum_order_quantity,
                  maximum_order_value = excluded.maximum_order_value,
                  maximum_position = excluded.maximum_position,
                  maximum_position_value = excluded.maximum_position_value,
                  stale_price_after_millis = excluded.stale_price_after_millis,
                  duplicate_window_millis = excluded.duplicate_window_millis,
                  risk_fraction = excluded.risk_fraction,
                  maximum_gross_exposure = excluded.maximum_gross_exposure,
                  maximum_net_exposure = excluded.maximum_net_exposure,
                  maximum_strategy_exposure = excluded.maximum_strategy_exposure,
                  maximum_margin_use = excluded.maximum_margin_use,
                  messages_per_second = excluded.messages_per_second,
                  account_messages_per_second = excluded.account_messages_per_second,
                  maximum_repeats = excluded.maximum_repeats,
                  repeat_window_millis = excluded.repeat_window_millis,
                  price_walk = excluded.price_walk,
                  walk_window_millis = excluded.walk_window_millis, version = excluded.version,
                  changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                  reason = excluded.reason
                where present.version = excluded.version - 1
                """)
            .params(LimitColumns.ofAccount(now))
            .update()
        == 1;
  }

  private void putInstruments(AccountId account, Map<InstrumentId, LimitOverride> instruments) {
    jdbc.sql("delete from instrument_limit where account = ?").param(account.value()).update();
    instruments.forEach(
        (instrument, different) ->
            jdbc.sql(
                    """
                    insert into instrument_limit (account, instrument, price_collar,
                      maximum_order_quantity, maximum_order_value, maximum_position,
                      maximum_position_value, restricted)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(LimitColumns.ofInstrument(account, instrument, different))
                .update());
  }

  private void putTiers(AccountId account, TierPolicy policy) {
    jdbc.sql("delete from tier_policy where account = ?").param(account.value()).update();
    jdbc.sql("insert into tier_policy values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(LimitColumns.ofTiers(account, policy))
        .update();
  }

  private void putSchedules(AccountId account, List<LimitSchedule> schedules) {
    jdbc.sql("delete from limit_schedule where account = ?").param(account.value()).update();
    for (int number = 0; number < schedules.size(); number++) {
      jdbc.sql(
              "insert into limit_schedule (account, number, zone, days, opens, length_seconds,"
                  + " share) values (?, ?, ?, ?, ?, ?, ?)")
          .params(LimitColumns.ofSchedule(account, number, schedules.get(number)))
          .update();
    }
  }

  private void record(StoredLimits now, @Nullable String before, String after) {
    jdbc.sql(
            "insert into limit_change (account, version, changed_by, changed_at, reason, before,"
                + " after) values (?, ?, ?, ?, ?, ?, ?)")
        .params(LimitColumns.ofChange(now, before, after))
        .update();
  }
}
