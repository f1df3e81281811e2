package io.palmyra.risk.application.limits;

import io.palmyra.contracts.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where limits are kept, with who changed what and why. */
public interface LimitStore {
  /** The limits of every account. */
  List<StoredLimits> all();

  /** The limits of an account, empty if it has none, or none that are complete. */
  Optional<StoredLimits> of(AccountId account);

  /** Version of the last change of an account's limits, 0 before the first. */
  long version(AccountId account);

  /**
   * Puts limits in the place of the former ones and records the change, in one transaction.
   *
   * @return false if somebody else changed them meanwhile
   * @throws FirmLimitExceededException if all accounts together would be allowed more than the firm
   */
  boolean replace(StoredLimits limits, @Nullable String before, String after);

  /** Grows with each change of any account. */
  long changes();

  /** Changes of an account, newest first. */
  List<LimitChange> history(AccountId account, int limit);

  /**
   * One change.
   *
   * @param version that it made
   * @param changedBy who
   * @param changedAt when
   * @param reason why
   * @param before as JSON, null for the first
   * @param after as JSON
   */
  record LimitChange(
      long version,
      String changedBy,
      Instant changedAt,
      String reason,
      @Nullable String before,
      String after) {}
}
