package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.risk.application.LimitStore;
import io.palmyra.risk.application.StoredLimits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps limits by Spring Data JPA. */
@Repository
class JpaLimitStore implements LimitStore {
  private final AccountLimitRows limits;
  private final LimitChangeRows changes;
  private final TransactionOperations transactions;

  JpaLimitStore(
      AccountLimitRows limits, LimitChangeRows changes, TransactionOperations transactions) {
    this.limits = limits;
    this.changes = changes;
    this.transactions = transactions;
  }

  @Override
  public List<StoredLimits> all() {
    return limits.findAll().stream().map(AccountLimitRow::limits).toList();
  }

  @Override
  public Optional<StoredLimits> of(AccountId account) {
    return limits.findById(account.value()).map(AccountLimitRow::limits);
  }

  @Override
  public boolean replace(StoredLimits now, @Nullable String before, String after) {
    try {
      transactions.executeWithoutResult(
          _ -> {
            AccountLimitRow row =
                limits
                    .findById(now.account().value())
                    .orElseGet(() -> new AccountLimitRow(now.account()));
            row.take(now);
            limits.save(row);
            // The version is unique in the history, so of two changes made at once one fails.
            changes.save(LimitChangeRow.of(now, before, after));
          });
      return true;
    } catch (DataIntegrityViolationException changedMeanwhile) {
      return false;
    }
  }

  @Override
  public long changes() {
    return changes.countAll();
  }

  @Override
  public List<LimitChange> history(AccountId account, int limit) {
    return changes.findByAccountOrderByVersionDesc(account.value(), Limit.of(limit)).stream()
        .map(LimitChangeRow::change)
        .toList();
  }
}
