package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.platform.database.Decimals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By what rule an account's entries are sized, in the rows of {@code sizing_policy}. */
final class SizingRows {
  private static final String VOLATILITY_TARGET = "VOLATILITY_TARGET";
  private static final String KELLY = "KELLY";

  private final JdbcClient jdbc;

  SizingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Sizing of(AccountId account) {
    return jdbc.sql(
            "select method, interval_seconds, period, trim_scale(multiple) as multiple,"
                + " trim_scale(share) as share, minimum_trips,"
                + " trim_scale(start_fraction) as start_fraction"
                + " from sizing_policy where account = ?")
        .param(account.value())
        .query((row, _) -> sizing(row))
        .optional()
        .orElse(new Sizing.FixedFraction());
  }

  void replace(AccountId account, Sizing sizing) {
    jdbc.sql("delete from sizing_policy where account = ?").param(account.value()).update();
    switch (sizing) {
      case Sizing.FixedFraction _ -> {}
      case Sizing.VolatilityTarget target ->
          jdbc.sql(
                  "insert into sizing_policy (account, method, interval_seconds, period, multiple)"
                      + " values (?, ?, ?, ?, ?)")
              .params(
                  account.value(),
                  VOLATILITY_TARGET,
                  target.interval().toSeconds(),
                  target.period(),
                  Decimals.of(target.multiple()))
              .update();
      case Sizing.CappedKelly kelly ->
          jdbc.sql(
                  "insert into sizing_policy (account, method, share, minimum_trips,"
                      + " start_fraction) values (?, ?, ?, ?, ?)")
              .params(
                  account.value(),
                  KELLY,
                  Decimals.of(kelly.share()),
                  kelly.minimumTrips(),
                  Decimals.of(kelly.startFraction()))
              .update();
    }
  }

  private static Sizing sizing(ResultSet row) throws SQLException {
    return row.getString("method").equals(KELLY)
        ? new Sizing.CappedKelly(
            Decimals.quantity(row, "share"),
            row.getInt("minimum_trips"),
            Decimals.quantity(row, "start_fraction"))
        : new Sizing.VolatilityTarget(
            Duration.ofSeconds(row.getLong("interval_seconds")),
            row.getInt("period"),
            Decimals.quantity(row, "multiple"));
  }
}
