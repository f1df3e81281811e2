package io.palmyra.risk.application.limits;

import io.palmyra.core.risk.FirmLimit;
import io.palmyra.risk.application.reporting.Audit;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes what the firm allows all its accounts together. */
public final class EditFirmLimits {
  private static final Logger LOG = LoggerFactory.getLogger(EditFirmLimits.class);

  private final FirmLimitStore store;
  private final Audit audit;
  private final Function<Object, String> json;
  private final InstantSource clock;

  /**
   * @param json writes a value as JSON
   */
  public EditFirmLimits(
      FirmLimitStore store, Audit audit, Function<Object, String> json, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Puts a limit in the place of the one for its currency.
   *
   * @param expectedVersion the version that the person saw, null if any will do
   * @return empty if it was changed by somebody else meanwhile
   * @throws FirmLimitExceededException if the accounts' limits together are more
   */
  public Optional<StoredFirmLimit> replace(
      FirmLimit limit, @Nullable Long expectedVersion, String who, String reason) {
    StoredFirmLimit before = store.of(limit.currency()).orElse(null);
    long version = before == null ? 0 : before.version();
    if (expectedVersion != null && expectedVersion != version) {
      return Optional.empty();
    }
    var after = new StoredFirmLimit(limit, version + 1, who, clock.instant(), reason);
    if (!store.replace(after, before == null ? null : json.apply(before), json.apply(after))) {
      return Optional.empty();
    }
    LOG.info("firm limit changed limit={} version={} by={}", limit, after.version(), who);
    audit.record(
        who, "firm-limit-changed", "firm-limits/" + limit.currency(), reason, before, after);
    return Optional.of(after);
  }
}
