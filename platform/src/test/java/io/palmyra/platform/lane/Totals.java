package io.palmyra.platform.lane;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts deposits of an account in memory and in the database, and publishes each count. */
class Totals implements LaneHandler {
  final AccountId account;
  final JdbcTemplate jdbc;
  final Map<AccountId, Integer> memory = new HashMap<>();
  volatile Set<Integer> lastTurn = Set.of();

  Totals(AccountId account, JdbcTemplate jdbc) {
    this.account = account;
    this.jdbc = jdbc;
  }

  @Override
  public void opened(int partition) {
    jdbc.query(
        "select events from total where account = ?",
        row -> {
          memory.put(account, row.getInt(1));
        },
        account.value());
  }

  @Override
  public void closed(int partition) {
    memory.clear();
  }

  @Override
  public void on(LaneRecord record, LaneTransaction transaction) {
    if (record.envelope().body() instanceof CashDeposited deposit
        && deposit.account().equals(account)) {
      count(transaction);
    }
  }

  int count(LaneTransaction transaction) {
    int events = memory.merge(account, 1, Integer::sum);
    transaction.publish(Topic.PORTFOLIO, account, counted(account, events), Instant.EPOCH);
    return events;
  }

  /** What is published of a count. */
  static PortfolioUpdated counted(AccountId account, int events) {
    Money nothing = Money.zero(Currency.USD);
    return new PortfolioUpdated(
        account, Instant.EPOCH, List.of(), List.of(), null, nothing, null, nothing, events);
  }

  @Override
  public void flush() {
    memory.forEach(
        (id, events) ->
            jdbc.update(
                "insert into total (account, amount, events) values (?, ?, ?) on conflict (account)"
                    + " do update set amount = excluded.amount, events = excluded.events",
                id.value(),
                events,
                events));
  }

  @Override
  public void turned(Set<Integer> partitions) {
    lastTurn = partitions;
  }
}
