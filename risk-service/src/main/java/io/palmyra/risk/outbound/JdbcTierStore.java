package io.palmyra.risk.outbound;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.risk.tier.TierState;
import io.palmyra.platform.database.Decimals;
import io.palmyra.platform.database.PipelinedWrites;
import io.palmyra.risk.application.TierStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps tiers in PostgreSQL. */
@Repository
class JdbcTierStore implements TierStore {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  JdbcTierStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
  }

  @Override
  public Map<AccountId, TierState> load(int partition) {
    return read(" where s.partition = " + partition);
  }

  @Override
  public Map<AccountId, TierState> all() {
    return read("");
  }

  private Map<AccountId, TierState> read(String where) {
    var results = new HashMap<String, Map<InstrumentId, Money>>();
    jdbc.query(
        "select r.account, r.instrument, r.amount, r.currency from flat_result r"
            + " join tier_state s on s.account = r.account"
            + where,
        row -> {
          results
              .computeIfAbsent(row.getString("account"), _ -> new HashMap<>())
              .put(
                  new InstrumentId(row.getString("instrument")),
                  Decimals.money(row, "amount", new Currency(row.getString("currency"))));
        });
    var states = new HashMap<AccountId, TierState>();
    jdbc.query(
        "select * from tier_state s" + where,
        row -> {
          String account = row.getString("account");
          states.put(new AccountId(account), state(row, results.getOrDefault(account, Map.of())));
        });
    return states;
  }

  private static TierState state(ResultSet row, Map<InstrumentId, Money> results)
      throws SQLException {
    var currency = new Currency(row.getString("currency"));
    OffsetDateTime calm = row.getObject("calm_since", OffsetDateTime.class);
    return new TierState(
        RiskTier.valueOf(row.getString("tier")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        Decimals.money(row, "peak", currency),
        row.getObject("day", LocalDate.class),
        Decimals.money(row, "opening", currency),
        Decimals.money(row, "equity", currency),
        row.getInt("consecutive_losses"),
        calm == null ? null : calm.toInstant(),
        results);
  }

  @Override
  public void save(AccountId account, int partition, TierState state) {
    writes.add(
        """
        insert into tier_state (account, partition, tier, since, currency, peak, day, opening,
          equity, consecutive_losses, calm_since)
        values (?, ?, ?, ?, ?, ?::numeric, ?, ?::numeric, ?::numeric, ?, ?)
        on conflict (account) do update set tier = excluded.tier, since = excluded.since,
          currency = excluded.currency, peak = excluded.peak, day = excluded.day,
          opening = excluded.opening, equity = excluded.equity,
          consecutive_losses = excluded.consecutive_losses, calm_since = excluded.calm_since
        """,
        account.value(),
        partition,
        state.tier().name(),
        time(state.since()),
        state.peak().currency().value(),
        state.peak().amount(),
        state.day(),
        state.opening().amount(),
        state.equity().amount(),
        state.consecutiveLosses(),
        time(state.calmSince()));
    List<Object[]> results =
        state.results().entrySet().stream()
            .map(
                result ->
                    new Object[] {
                      account.value(),
                      result.getKey().value(),
                      result.getValue().amount(),
                      result.getValue().currency().value()
                    })
            .toList();
    writes.addAll(
        """
        insert into flat_result (account, instrument, amount, currency)
        values (?, ?, ?::numeric, ?)
        on conflict (account, instrument) do update set amount = excluded.amount,
          currency = excluded.currency
        """,
        results);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
