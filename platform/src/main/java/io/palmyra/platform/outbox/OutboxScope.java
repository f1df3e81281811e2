package io.palmyra.platform.outbox;

import io.palmyra.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What one owner publishes.
 *
 * @param partition of its accounts
 * @param account the one account of it that is owned, null for all
 */
public record OutboxScope(int partition, @Nullable AccountId account) {
  @Nullable String accountText() {
    return account == null ? null : account.value();
  }
}
