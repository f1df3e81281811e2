package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.risk.application.ParentLog;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the parents that stand in the database. */
@Repository
class JdbcParentLog implements ParentLog {
  private final JdbcClient jdbc;

  JdbcParentLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<OfAccount> latest(Collection<AccountId> accounts, int limit) {
    return jdbc.sql(ParentRows.LATEST)
        .param("limit", limit)
        .param("accounts", accounts.stream().map(AccountId::value).toList())
        .query((row, number) -> new OfAccount(StateRows.account(row), ParentRows.parent(row)))
        .list();
  }

  @Override
  public Optional<OfAccount> named(ClientOrderId id) {
    return jdbc.sql(ParentRows.NAMED)
        .param("id", id.value())
        .query((row, number) -> new OfAccount(StateRows.account(row), ParentRows.parent(row)))
        .optional();
  }
}
