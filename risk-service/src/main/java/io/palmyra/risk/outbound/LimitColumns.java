package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.TradingSession;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.platform.database.Decimals;
import io.palmyra.risk.application.limits.StoredLimits;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts limits into the columns of their tables. */
final class LimitColumns {
  private LimitColumns() {}

  /** The columns of {@code account_limit}, in the order of the table. */
  static List<@Nullable Object> ofAccount(StoredLimits stored) {
    RiskLimits limits = stored.limits();
    return Arrays.asList(
        stored.account().value(),
        limits.maximumOrderValue().currency().value(),
        Decimals.of(limits.priceCollar()),
        Decimals.of(limits.maximumOrderQuantity()),
        Decimals.of(limits.maximumOrderValue()),
        Decimals.of(limits.maximumPosition()),
        Decimals.of(limits.maximumPositionValue()),
        limits.stalePriceAfter().toMillis(),
        limits.duplicateWindow().toMillis(),
        Decimals.of(limits.riskFraction()),
        Decimals.of(limits.exposure().maximumGross()),
        Decimals.of(limits.exposure().maximumNet()),
        Decimals.of(limits.exposure().maximumStrategyGross()),
        Decimals.of(limits.exposure().maximumMarginUse()),
        limits.flow().messagesPerSecond(),
        limits.flow().accountMessagesPerSecond(),
        limits.flow().maximumRepeats(),
        limits.flow().repeatWindow().toMillis(),
        Decimals.of(limits.flow().priceWalk()),
        limits.flow().walkWindow().toMillis(),
        stored.version(),
        stored.changedBy(),
        Timestamp.from(stored.changedAt()),
        stored.reason());
  }

  /** The columns of {@code limit_schedule}, in the order of the table. */
  static List<@Nullable Object> ofSchedule(AccountId account, int number, LimitSchedule schedule) {
    TradingSession first = schedule.window().sessions().getFirst();
    return Arrays.asList(
        account.value(),
        number,
        schedule.window().zone().getId(),
        schedule.window().sessions().stream()
            .map(session -> session.day().name())
            .collect(Collectors.joining(",")),
        first.opens(),
        (int) first.length().toSeconds(),
        Decimals.of(schedule.share()));
  }

  /** The columns of {@code tier_policy}, in the order of the table. */
  static List<@Nullable Object> ofTiers(AccountId account, TierPolicy policy) {
    return Arrays.asList(
        account.value(),
        Decimals.of(policy.warning().drawdown()),
        Decimals.of(policy.warning().dailyLoss()),
        policy.warning().consecutiveLosses(),
        Decimals.of(policy.critical().drawdown()),
        Decimals.of(policy.critical().dailyLoss()),
        policy.critical().consecutiveLosses(),
        Decimals.of(policy.emergency().drawdown()),
        Decimals.of(policy.emergency().dailyLoss()),
        policy.emergency().consecutiveLosses(),
        Decimals.of(policy.warningSize()),
        Decimals.of(policy.exitShare()),
        policy.calmFor().toMillis(),
        policy.dayZone().getId(),
        policy.dayStarts());
  }

  /** The columns of {@code instrument_limit}, in the order of the table. */
  static List<@Nullable Object> ofInstrument(
      AccountId account, InstrumentId instrument, LimitOverride different) {
    return Arrays.asList(
        account.value(),
        instrument.value(),
        number(different.priceCollar()),
        number(different.maximumOrderQuantity()),
        number(different.maximumOrderValue()),
        number(different.maximumPosition()),
        number(different.maximumPositionValue()),
        different.restricted() == null ? null : different.restricted().name());
  }

  /** The columns of {@code limit_change} but its number, in the order of the table. */
  static List<@Nullable Object> ofChange(
      StoredLimits stored, @Nullable String before, String after) {
    return Arrays.asList(
        stored.account().value(),
        stored.version(),
        stored.changedBy(),
        Timestamp.from(stored.changedAt()),
        stored.reason(),
        before,
        after);
  }

  private static @Nullable BigDecimal number(@Nullable Quantity quantity) {
    return quantity == null ? null : Decimals.of(quantity);
  }

  private static @Nullable BigDecimal number(@Nullable Money money) {
    return money == null ? null : Decimals.of(money);
  }
}
