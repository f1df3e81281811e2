package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.platform.database.Decimals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What protects an account's positions, in the rows of {@code protection_policy}. */
final class ProtectionRows {
  /** The instrument of the account's own row. */
  private static final String ALL = "";

  private final JdbcClient jdbc;

  ProtectionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(String instrument, Protection protection, @Nullable Quantity portfolioStop) {}

  ProtectionPolicy of(AccountId account) {
    List<Row> rows =
        jdbc.sql(
                "select instrument, trim_scale(stop_loss) as stop_loss,"
                    + " trim_scale(take_profit) as take_profit,"
                    + " trim_scale(trailing_stop) as trailing_stop,"
                    + " trim_scale(portfolio_stop) as portfolio_stop"
                    + " from protection_policy where account = ?")
            .param(account.value())
            .query((row, _) -> row(row))
            .list();
    var instruments = new HashMap<InstrumentId, Protection>();
    ProtectionPolicy policy = ProtectionPolicy.NONE;
    for (Row row : rows) {
      if (row.instrument().equals(ALL)) {
        policy = new ProtectionPolicy(row.protection(), policy.instruments(), row.portfolioStop());
      } else {
        instruments.put(new InstrumentId(row.instrument()), row.protection());
      }
    }
    return new ProtectionPolicy(policy.position(), instruments, policy.portfolioStop());
  }

  void replace(AccountId account, ProtectionPolicy policy) {
    jdbc.sql("delete from protection_policy where account = ?").param(account.value()).update();
    insert(account, ALL, policy.position(), policy.portfolioStop());
    policy
        .instruments()
        .forEach((instrument, protection) -> insert(account, instrument.value(), protection, null));
  }

  private void insert(
      AccountId account,
      String instrument,
      Protection protection,
      @Nullable Quantity portfolioStop) {
    jdbc.sql(
            "insert into protection_policy (account, instrument, stop_loss, take_profit,"
                + " trailing_stop, portfolio_stop) values (?, ?, ?, ?, ?, ?)")
        .param(account.value())
        .param(instrument)
        .param(number(protection.stopLoss()))
        .param(number(protection.takeProfit()))
        .param(number(protection.trailingStop()))
        .param(number(portfolioStop))
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("instrument"),
        new Protection(
            share(row, "stop_loss"), share(row, "take_profit"), share(row, "trailing_stop")),
        share(row, "portfolio_stop"));
  }

  private static @Nullable Quantity share(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column) == null ? null : Decimals.quantity(row, column);
  }

  private static @Nullable BigDecimal number(@Nullable Quantity share) {
    return share == null ? null : Decimals.of(share);
  }
}
