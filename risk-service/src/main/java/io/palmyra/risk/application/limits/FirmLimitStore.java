package io.palmyra.risk.application.limits;

import io.palmyra.contracts.value.Currency;
import io.palmyra.risk.application.limits.LimitStore.LimitChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the firm's limits are kept, with who changed what and why. */
public interface FirmLimitStore {
  /** The firm's limit for each base currency that has one. */
  List<StoredFirmLimit> all();

  /** The firm's limit for accounts of a base currency. */
  Optional<StoredFirmLimit> of(Currency currency);

  /**
   * Puts a limit in the place of the former one and records the change, in one transaction.
   *
   * @return false if somebody else changed it meanwhile
   * @throws FirmLimitExceededException if the accounts' limits together are more
   */
  boolean replace(StoredFirmLimit limit, @Nullable String before, String after);

  /** Changes of a limit, newest first. */
  List<LimitChange> history(Currency currency, int limit);
}
