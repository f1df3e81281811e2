package io.palmyra.portfolio.outbound;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Side;
import io.palmyra.platform.database.Decimals;
import io.palmyra.portfolio.application.BookedFill;
import io.palmyra.portfolio.application.FillHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Fills for people, from PostgreSQL. */
@Repository
class JdbcFillHistory implements FillHistory {
  private final JdbcTemplate jdbc;

  JdbcFillHistory(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<BookedFill> newest(Collection<AccountId> accounts, int limit) {
    return jdbc.query(
        "select * from fill where account = any(?) order by entry desc limit ?",
        statement -> {
          statement.setArray(
              1,
              statement
                  .getConnection()
                  .createArrayOf("text", accounts.stream().map(AccountId::value).toArray()));
          statement.setInt(2, limit);
        },
        (row, _) -> fill(row));
  }

  private static BookedFill fill(ResultSet row) throws SQLException {
    Timestamp amended = row.getTimestamp("amended_at");
    var feeCurrency = new Currency(row.getString("fee_currency"));
    return new BookedFill(
        new FillId(row.getString("fill_id")),
        new AccountId(row.getString("account")),
        new InstrumentId(row.getString("instrument")),
        Side.valueOf(row.getString("side")),
        Decimals.quantity(row, "quantity"),
        Decimals.price(row, "price"),
        Decimals.money(row, "fee", feeCurrency).amount(),
        feeCurrency,
        Liquidity.valueOf(row.getString("liquidity")),
        new ClientOrderId(row.getString("client_order_id")),
        new SignalId(row.getString("signal_id")),
        new SignalSource(row.getString("source")),
        row.getTimestamp("venue_time").toInstant(),
        amended == null ? null : amended.toInstant());
  }
}
