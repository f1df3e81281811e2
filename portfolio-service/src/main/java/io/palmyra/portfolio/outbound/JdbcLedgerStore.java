package io.palmyra.portfolio.outbound;

import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.portfolio.Books;
import io.palmyra.core.portfolio.Position;
import io.palmyra.core.portfolio.PositionEntry;
import io.palmyra.platform.database.PipelinedWrites;
import io.palmyra.portfolio.application.Ledger;
import io.palmyra.portfolio.application.LedgerStore;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The books in PostgreSQL, by plain JDBC. */
@Repository
class JdbcLedgerStore implements LedgerStore {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;
  private final EntryTables entries;
  private final InstantSource clock;

  JdbcLedgerStore(JdbcTemplate jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
    this.entries = new EntryTables(jdbc);
    this.clock = clock;
  }

  @Override
  public List<Ledger> ofPartition(int partition) {
    return ledgers("partition = ?", partition);
  }

  @Override
  public Optional<Ledger> ofAccount(AccountId account) {
    return ledgers("account = ?", account.value()).stream().findFirst();
  }

  private List<Ledger> ledgers(String which, Object argument) {
    Map<String, List<Position>> positions =
        jdbc
            .query(
                "select account, state from position where account in"
                    + " (select account from ledger where "
                    + which
                    + ")",
                (row, _) ->
                    Map.entry(row.getString("account"), BooksJson.position(row.getString("state"))),
                argument)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return jdbc.query(
        "select account, fill_sequence, deposits, charges from ledger where " + which,
        (row, _) ->
            new Ledger(
                new Books(
                    new AccountId(row.getString("account")),
                    positions.getOrDefault(row.getString("account"), List.of()),
                    BooksJson.balances(row.getString("deposits")),
                    BooksJson.balances(row.getString("charges"))),
                row.getLong("fill_sequence")),
        argument);
  }

  @Override
  public boolean record(FillRecorded fill, @Nullable Price baseRate) {
    return entries.record(fill, baseRate);
  }

  @Override
  public boolean record(AccountEvent event) {
    return entries.record(event);
  }

  @Override
  public void amend(FillAmended amendment) {
    entries.amend(amendment);
  }

  @Override
  public List<PositionEntry> entries(AccountId account, InstrumentId instrument) {
    return entries.entries(account, instrument);
  }

  @Override
  public void save(Collection<Change> changes) {
    Timestamp now = Timestamp.from(clock.instant());
    writes.addAll(
        """
        insert into ledger (account, partition, fill_sequence, deposits, charges, updated_at)
        values (?, ?, ?, ?::jsonb, ?::jsonb, ?)
        on conflict (account) do update set fill_sequence = excluded.fill_sequence,
          deposits = excluded.deposits, charges = excluded.charges, updated_at = excluded.updated_at
        """,
        changes.stream()
            .map(
                change ->
                    new Object[] {
                      change.ledger().account().value(),
                      change.partition(),
                      change.ledger().fillSequence(),
                      BooksJson.of(change.ledger().books().deposits()),
                      BooksJson.of(change.ledger().books().charges()),
                      now
                    })
            .toList());
    writes.addAll(
        """
        insert into position (account, instrument, quantity, average_price, state, updated_at)
        values (?, ?, ?::numeric, ?::numeric, ?::jsonb, ?)
        on conflict (account, instrument) do update set quantity = excluded.quantity,
          average_price = excluded.average_price, state = excluded.state,
          updated_at = excluded.updated_at
        """,
        changes.stream()
            .flatMap(
                change ->
                    change.ledger().books().positions().stream()
                        .filter(position -> change.instruments().contains(position.instrument()))
                        .map(position -> row(change.ledger().account(), position, now)))
            .toList());
  }

  private static Object[] row(AccountId account, Position position, Timestamp now) {
    return new Object[] {
      account.value(),
      position.instrument().value(),
      position.quantity().toString(),
      position.averagePrice().toString(),
      BooksJson.of(position),
      now
    };
  }
}
