package io.palmyra.risk.application.limits;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.risk.application.reporting.Audit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes what an account is allowed; the change holds for the next decision. */
public final class EditLimits {
  private static final Logger LOG = LoggerFactory.getLogger(EditLimits.class);

  private final LimitStore store;
  private final CurrentLimits current;
  private final Audit audit;
  private final Function<Object, String> json;
  private final InstantSource clock;

  /**
   * @param json writes a value as JSON
   */
  public EditLimits(
      LimitStore store,
      CurrentLimits current,
      Audit audit,
      Function<Object, String> json,
      InstantSource clock) {
    this.store = store;
    this.current = current;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Limits in the place of all that the account had.
   *
   * @param account whose
   * @param limits what holds unless an instrument says otherwise
   * @param instruments what is different, by instrument
   * @param schedules when limits are smaller
   * @param tiers when the account enters and leaves its tiers
   * @param protection what protects its positions
   * @param sizing by what rule its entries are sized
   * @param expectedVersion the version that the person saw, null if any will do
   * @param who changes them
   * @param reason why
   */
  public record Change(
      AccountId account,
      RiskLimits limits,
      Map<InstrumentId, LimitOverride> instruments,
      List<LimitSchedule> schedules,
      TierPolicy tiers,
      ProtectionPolicy protection,
      Sizing sizing,
      @Nullable Long expectedVersion,
      String who,
      String reason) {

    private StoredLimits as(long version, Instant at) {
      return new StoredLimits(
          account,
          limits,
          instruments,
          schedules,
          tiers,
          protection,
          sizing,
          version,
          who,
          at,
          reason);
    }
  }

  /**
   * Makes a change; it holds for the next decision.
   *
   * @return empty if the limits were changed by somebody else meanwhile
   * @throws IllegalArgumentException naming what is not allowed
   * @throws FirmLimitExceededException if all accounts together would be allowed more than the firm
   */
  public Optional<StoredLimits> replace(Change change) {
    StoredLimits before = store.of(change.account()).orElse(null);
    long version = store.version(change.account());
    if (change.expectedVersion() != null && change.expectedVersion() != version) {
      return Optional.empty();
    }
    StoredLimits after = change.as(version + 1, clock.instant());
    after.decisive();
    if (!store.replace(after, before == null ? null : json.apply(before), json.apply(after))) {
      return Optional.empty();
    }
    current.refresh();
    LOG.info(
        "limits changed account={} version={} by={} reason={}",
        after.account(),
        after.version(),
        after.changedBy(),
        after.reason());
    audit.record(
        after.changedBy(),
        "limits-changed",
        "limits/" + after.account(),
        after.reason(),
        before,
        after);
    return Optional.of(after);
  }

  /**
   * Gives limits to accounts that have none yet.
   *
   * @param currencies base currency of an account; empty if this suite does not trade it
   */
  public void seed(List<SeedLimits> seeds, Function<AccountId, Optional<Currency>> currencies) {
    for (SeedLimits seed : seeds) {
      if (store.of(seed.account()).isEmpty()) {
        replace(
            new Change(
                seed.account(),
                seed.in(
                    currencies.apply(seed.account()).orElseThrow(() -> stranger(seed.account()))),
                Map.of(),
                List.of(),
                seed.tiers().policy(),
                seed.protects(),
                new Sizing.FixedFraction(),
                null,
                "service:risk",
                "first limits from the settings"));
      }
    }
  }

  private static IllegalArgumentException stranger(AccountId account) {
    return new IllegalArgumentException(
        "palmyra.risk.seed-limits names account "
            + account
            + ", which is none of palmyra.accounts");
  }
}
