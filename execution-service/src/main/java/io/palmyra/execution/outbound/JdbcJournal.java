package io.palmyra.execution.outbound;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.execution.Progress;
import io.palmyra.execution.application.Journal;
import io.palmyra.execution.application.Order;
import io.palmyra.execution.application.Replacement;
import io.palmyra.platform.database.Decimals;
import io.palmyra.platform.database.PipelinedWrites;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The journal in PostgreSQL; writes go to it together, with the lane's commit. */
@Component
final class JdbcJournal implements Journal {
  private static final int KNOWN = 100_000;

  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;
  private final VenueAccountRows accounts;
  private final TransactionOperations transactions;
  private final OrderRows rows;
  private final FillRows fills;

  /**
   * @param rows reads orders
   */
  JdbcJournal(JdbcTemplate jdbc, TransactionOperations transactions, OrderRows rows) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
    this.accounts = new VenueAccountRows(jdbc);
    this.transactions = transactions;
    this.rows = rows;
    this.fills = new FillRows(jdbc, writes);
  }

  @Override
  public Found load(AccountId account) {
    Map<String, Set<FillId>> applied = new HashMap<>();
    jdbc.query(
        "select f.client_order_id, f.fill_id from venue_fill f join venue_order o"
            + " using (client_order_id) where o.account = ? and "
            + OrderRows.OPEN,
        row -> {
          applied
              .computeIfAbsent(row.getString(1), _ -> new HashSet<>())
              .add(new FillId(row.getString(2)));
        },
        account.value());
    List<Order> open =
        jdbc.query(
            "select * from venue_order where account = ? and "
                + OrderRows.OPEN
                + " order by received_at",
            (row, _) ->
                rows.order(row, applied.getOrDefault(row.getString("client_order_id"), Set.of())),
            account.value());
    var known =
        new HashSet<>(
            jdbc.query(
                "select client_order_id from venue_order where account = ?"
                    + " order by received_at desc limit ?",
                (row, _) -> new ClientOrderId(row.getString(1)),
                account.value(),
                KNOWN));
    var canceled = new HashMap<ClientOrderId, String>();
    jdbc.query(
        "select client_order_id, reason from canceled_before where account = ?",
        row -> {
          canceled.put(new ClientOrderId(row.getString(1)), row.getString(2));
        },
        account.value());
    return new Found(open, known, canceled, accounts.sequence(account));
  }

  @Override
  public Optional<Order> find(AccountId account, ClientOrderId id) {
    var applied =
        new HashSet<>(
            jdbc.query(
                "select fill_id from venue_fill where client_order_id = ?",
                (row, _) -> new FillId(row.getString(1)),
                id.value()));
    return jdbc
        .query(
            "select * from venue_order where client_order_id = ? and account = ?",
            (row, _) -> rows.order(row, applied),
            id.value(),
            account.value())
        .stream()
        .findFirst();
  }

  @Override
  public void write(AccountId account, long epoch, Changes changes, Instant now) {
    writes.insert(
        OrderRows.INSERT,
        changes.inserted().stream().map(order -> OrderRows.columns(order, epoch, now)).toList());
    update(changes.updated(), epoch, now);
    fills.insert(changes.fills(), epoch);
    fills.correct(changes.corrections(), epoch);
    changes
        .canceledBefore()
        .forEach(
            (id, reason) ->
                writes.add(
                    "insert into canceled_before (client_order_id, account, epoch, reason)"
                        + " values (?, ?, ?, ?) on conflict do nothing",
                    id.value(),
                    account.value(),
                    epoch,
                    reason));
    for (CashDeposited deposit : changes.deposits()) {
      writes.add(
          "insert into venue_booking (account, reference, epoch) values (?, ?, ?)",
          account.value(),
          deposit.reference(),
          epoch);
    }
    if (changes.venueSequence() > 0) {
      accounts.reached(account, epoch, changes.venueSequence());
    }
  }

  private void update(Collection<Order> orders, long epoch, Instant now) {
    for (Order order : orders) {
      Progress progress = order.state().progress();
      VenueOrderId venueOrderId = order.venueOrderId();
      Replacement asked = order.replacement();
      writes.add(
          "update venue_order set epoch = ?, updated_at = ?, state = ?, total = ?, cumulative = ?,"
              + " accepted = ?, venue_order_id = ?, reason = ?, replacement_id = ?,"
              + " replacement_quantity = ?, replacement_limit_price = ?, replacement_stop_price = ?"
              + " where client_order_id = ?",
          epoch,
          Timestamp.from(now),
          order.state().code(),
          Decimals.of(progress.quantity()),
          Decimals.of(progress.cumulative()),
          progress.accepted(),
          venueOrderId == null ? null : venueOrderId.value(),
          order.reason(),
          asked == null ? null : asked.newId().value(),
          asked == null ? null : Decimals.of(asked.quantity()),
          asked == null ? null : Decimals.of(asked.limitPrice()),
          asked == null ? null : Decimals.of(asked.stopPrice()),
          order.id().value());
    }
  }

  @Override
  public boolean booked(AccountId account, String reference) {
    return !jdbc.queryForList(
            "select 1 from venue_booking where account = ? and reference = ?",
            Integer.class,
            account.value(),
            reference)
        .isEmpty();
  }

  @Override
  public Map<InstrumentId, Quantity> positions(AccountId account) {
    return fills.positions(account);
  }

  @Override
  public Set<FillId> recorded(AccountId account, Collection<FillId> wanted) {
    return fills.recorded(account, wanted);
  }

  @Override
  public Optional<StandingFill> fill(AccountId account, FillId fill) {
    return fills.find(account, fill);
  }

  @Override
  public long agreedSequence(AccountId account) {
    return accounts.agreedSequence(account);
  }

  @Override
  public void agreed(AccountId account, long epoch, long sequence) {
    accounts.agreed(account, epoch, sequence);
  }

  @Override
  public Optional<String> unarmed(AccountId account) {
    return accounts.unarmed(account);
  }

  @Override
  public void unarm(AccountId account, long epoch, String code, String detail, Instant at) {
    transactions.executeWithoutResult(_ -> accounts.unarm(account, epoch, code, detail, at));
  }

  @Override
  public void rearm(AccountId account, long epoch) {
    transactions.executeWithoutResult(_ -> accounts.rearm(account, epoch));
  }
}
