package io.palmyra.gateway.outbound;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.gateway.application.audit.AuditEntry;
import io.palmyra.gateway.application.audit.AuditEntry.Head;
import io.palmyra.gateway.application.audit.AuditStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** The chain in PostgreSQL. */
@Component
class StoredAudit implements AuditStore {
  private static final String SELECT =
      "select number, message_id, source, actor, action, target, reason, before, after, at,"
          + " previous_hash, hash from audit_entry";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  StoredAudit(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public boolean append(String messageId, ChangeRecorded change) {
    try {
      return added(messageId, change);
    } catch (DataAccessResourceFailureException
        | TransientDataAccessException
        | RecoverableDataAccessException
        | UncategorizedDataAccessException
        | TransactionException e) {
      throw new UnavailableException(e);
    }
  }

  private boolean added(String messageId, ChangeRecorded change) {
    if (contains(messageId)) {
      return false;
    }
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              // Of several instances one goes on; the others find the message here afterwards.
              Head head =
                  jdbc.sql("select number, hash from audit_head for update")
                      .query(StoredAudit::headOf)
                      .single();
              if (contains(messageId)) {
                return false;
              }
              insert(head.next(messageId, change));
              return true;
            }));
  }

  private void insert(AuditEntry entry) {
    ChangeRecorded change = entry.change();
    jdbc.sql(
            "insert into audit_entry (number, message_id, source, actor, action, target, reason,"
                + " before, after, at, previous_hash, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                entry.number(),
                entry.messageId(),
                change.source(),
                change.actor(),
                change.action(),
                change.target(),
                change.reason(),
                change.before(),
                change.after(),
                change.at().toString(),
                entry.previousHash(),
                entry.hash()))
        .update();
    jdbc.sql("update audit_head set number = ?, hash = ?")
        .params(entry.number(), entry.hash())
        .update();
  }

  private boolean contains(String messageId) {
    return jdbc.sql("select count(*) from audit_entry where message_id = ?")
            .param(messageId)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public Head head() {
    return jdbc.sql("select number, hash from audit_head").query(StoredAudit::headOf).single();
  }

  @Override
  public List<AuditEntry> after(long number, int limit) {
    return jdbc.sql(SELECT + " where number > ? order by number limit ?")
        .params(number, limit)
        .query(StoredAudit::entry)
        .list();
  }

  private static Head headOf(ResultSet row, int number) throws SQLException {
    return new Head(row.getLong("number"), row.getString("hash"));
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        row.getString("message_id"),
        new ChangeRecorded(
            row.getString("source"),
            row.getString("actor"),
            row.getString("action"),
            row.getString("target"),
            row.getString("reason"),
            row.getString("before"),
            row.getString("after"),
            Instant.parse(row.getString("at"))),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
