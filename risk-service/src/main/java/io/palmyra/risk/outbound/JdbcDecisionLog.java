package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.risk.application.DecisionLog;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the decisions that stand in the database. */
@Repository
class JdbcDecisionLog implements DecisionLog {
  private static final String LATEST =
      """
      select account, signal_id, source, instrument, decided_at, accepted, code, detail,
        client_order_id, side, trim_scale(quantity)::text as quantity
      from decided_signal where account in (:accounts) order by number desc limit :limit
      """;

  private final JdbcClient jdbc;

  JdbcDecisionLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Entry> latest(Collection<AccountId> accounts, int limit) {
    return jdbc.sql(LATEST)
        .param("limit", limit)
        .param("accounts", accounts.stream().map(AccountId::value).toList())
        .query(
            (row, number) ->
                new Entry(
                    row.getString("account"),
                    row.getString("signal_id"),
                    row.getString("source"),
                    row.getString("instrument"),
                    row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("accepted"),
                    row.getString("code"),
                    row.getString("detail"),
                    row.getString("client_order_id"),
                    row.getString("side"),
                    plain(row.getBigDecimal("quantity"))))
        .list();
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
