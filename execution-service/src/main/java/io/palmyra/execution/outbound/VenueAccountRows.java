package io.palmyra.execution.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.database.PipelinedWrites;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one row of {@code venue_account} that each account has once something is known of it. */
final class VenueAccountRows {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  VenueAccountRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
  }

  long sequence(AccountId account) {
    return number("venue_sequence", account);
  }

  long agreedSequence(AccountId account) {
    return number("agreed_sequence", account);
  }

  void reached(AccountId account, long epoch, long sequence) {
    put("venue_sequence", account, epoch, sequence);
  }

  void agreed(AccountId account, long epoch, long sequence) {
    put("agreed_sequence", account, epoch, sequence);
  }

  Optional<String> unarmed(AccountId account) {
    return jdbc
        .query(
            "select unarmed_code, unarmed_detail from venue_account"
                + " where account = ? and unarmed_code is not null",
            (row, _) -> row.getString(1) + ": " + row.getString(2),
            account.value())
        .stream()
        .findFirst();
  }

  void unarm(AccountId account, long epoch, String code, String detail, Instant at) {
    jdbc.update(
        "insert into venue_account"
            + " (account, epoch, unarmed_code, unarmed_detail, unarmed_at)"
            + " values (?, ?, ?, ?, ?) on conflict (account) do update"
            + " set epoch = excluded.epoch, unarmed_code = excluded.unarmed_code,"
            + " unarmed_detail = excluded.unarmed_detail,"
            + " unarmed_at = excluded.unarmed_at",
        account.value(),
        epoch,
        code,
        detail,
        Timestamp.from(at));
  }

  void rearm(AccountId account, long epoch) {
    jdbc.update(
        "update venue_account set epoch = ?, unarmed_code = null, unarmed_detail = null,"
            + " unarmed_at = null where account = ?",
        epoch,
        account.value());
  }

  private long number(String column, AccountId account) {
    return jdbc
        .queryForList(
            "select " + column + " from venue_account where account = ?",
            Long.class,
            account.value())
        .stream()
        .findFirst()
        .orElse(0L);
  }

  private void put(String column, AccountId account, long epoch, long sequence) {
    writes.add(
        "insert into venue_account (account, epoch, %1$s) values (?, ?, ?) on conflict (account) do update set epoch = excluded.epoch, %1$s = excluded.%1$s"
            .formatted(column),
        account.value(),
        epoch,
        sequence);
  }
}
