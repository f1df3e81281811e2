package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Currency;
import io.palmyra.core.risk.sizing.OpenTrip;
import io.palmyra.platform.database.Decimals;
import io.palmyra.platform.database.PipelinedWrites;
import io.palmyra.risk.application.TripStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps round trips in PostgreSQL. */
@Repository
class JdbcTripStore implements TripStore {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  JdbcTripStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
  }

  @Override
  public List<Open> open(int partition) {
    return jdbc.query(
        "select account, source, instrument, quantity, cash, currency from open_trip"
            + " where partition = ?",
        (row, _) ->
            new Open(
                key(row),
                new OpenTrip(
                    Decimals.quantity(row, "quantity"),
                    row.getBigDecimal("cash") == null
                        ? null
                        : Decimals.money(row, "cash", new Currency(row.getString("currency"))))),
        partition);
  }

  @Override
  public List<Ended> ended(int partition, int each) {
    return jdbc.query(
        """
        select account, source, instrument, result, currency, ended from (
          select *, row_number() over (partition by account, source order by number desc) as nth
          from round_trip where partition = ?) latest
        where nth <= ? order by number
        """,
        (row, _) ->
            new Ended(
                key(row),
                Decimals.money(row, "result", new Currency(row.getString("currency"))),
                row.getObject("ended", OffsetDateTime.class).toInstant()),
        partition,
        each);
  }

  @Override
  public void save(Key key, int partition, Currency currency, @Nullable OpenTrip trip) {
    if (trip == null) {
      writes.add(
          "delete from open_trip where account = ? and source = ? and instrument = ?",
          key.account().value(),
          key.source().value(),
          key.instrument().value());
      return;
    }
    writes.add(
        """
        insert into open_trip (account, source, instrument, partition, quantity, cash, currency)
        values (?, ?, ?, ?, ?::numeric, ?::numeric, ?)
        on conflict (account, source, instrument) do update set quantity = excluded.quantity,
          cash = excluded.cash, currency = excluded.currency
        """,
        key.account().value(),
        key.source().value(),
        key.instrument().value(),
        partition,
        trip.position().toString(),
        trip.cash() == null ? null : trip.cash().amount(),
        currency.value());
  }

  @Override
  public void add(Ended ended, int partition) {
    writes.add(
        """
        insert into round_trip (account, source, instrument, partition, result, currency, ended)
        values (?, ?, ?, ?, ?::numeric, ?, ?)
        """,
        ended.key().account().value(),
        ended.key().source().value(),
        ended.key().instrument().value(),
        partition,
        ended.result().amount(),
        ended.result().currency().value(),
        ended.at().atOffset(ZoneOffset.UTC));
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        new AccountId(row.getString("account")),
        new SignalSource(row.getString("source")),
        new InstrumentId(row.getString("instrument")));
  }
}
