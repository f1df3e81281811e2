package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.Restriction;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.risk.application.limits.StoredLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Limits of an account; decimals are strings.
 *
 * @param account whose
 * @param currency that values are in
 * @param priceCollar share of the middle of the market that a price may differ
 * @param maximumOrderQuantity of one order
 * @param maximumOrderValue of one order, in the account's currency
 * @param maximumPosition long or short, working orders counted
 * @param maximumPositionValue long or short, in the account's currency
 * @param stalePriceAfter age of a quote above which nothing is decided with it
 * @param duplicateWindow time within which the same order from the same source is a repeat
 * @param riskFraction share of equity that an entry may lose at its stop
 * @param exposure over all instruments
 * @param flow how fast orders may come
 * @param instruments what is different, by instrument
 * @param schedules when limits are smaller
 * @param tiers when the account enters and leaves its tiers
 * @param protection what protects its positions
 * @param sizing by what rule its entries are sized
 * @param version to be sent back with a change
 * @param changedBy who changed them last
 * @param changedAt when
 * @param reason why
 */
record LimitsBody(
    String account,
    String currency,
    String priceCollar,
    String maximumOrderQuantity,
    String maximumOrderValue,
    String maximumPosition,
    String maximumPositionValue,
    Duration stalePriceAfter,
    Duration duplicateWindow,
    String riskFraction,
    ExposureLimitsBody exposure,
    FlowLimitsBody flow,
    SortedMap<String, InstrumentLimitsBody> instruments,
    List<ScheduleBody> schedules,
    TierPolicyBody tiers,
    ProtectionBody protection,
    SizingBody sizing,
    long version,
    String changedBy,
    Instant changedAt,
    String reason) {

  /** What is different for one instrument; what is absent is as for the account. */
  record InstrumentLimitsBody(
      @Nullable String priceCollar,
      @Nullable String maximumOrderQuantity,
      @Nullable String maximumOrderValue,
      @Nullable String maximumPosition,
      @Nullable String maximumPositionValue,
      @Nullable Restriction restricted) {

    static InstrumentLimitsBody of(LimitOverride different) {
      return new InstrumentLimitsBody(
          text(different.priceCollar()),
          text(different.maximumOrderQuantity()),
          text(different.maximumOrderValue()),
          text(different.maximumPosition()),
          text(different.maximumPositionValue()),
          different.restricted());
    }

    private static @Nullable String text(@Nullable Quantity quantity) {
      return quantity == null ? null : quantity.toString();
    }

    private static @Nullable String text(@Nullable Money money) {
      return money == null ? null : money.amount();
    }
  }

  static LimitsBody of(StoredLimits stored) {
    RiskLimits limits = stored.limits();
    var instruments = new TreeMap<String, InstrumentLimitsBody>();
    stored
        .instruments()
        .forEach(
            (instrument, different) ->
                instruments.put(instrument.value(), InstrumentLimitsBody.of(different)));
    return new LimitsBody(
        stored.account().value(),
        limits.maximumOrderValue().currency().value(),
        limits.priceCollar().toString(),
        limits.maximumOrderQuantity().toString(),
        limits.maximumOrderValue().amount(),
        limits.maximumPosition().toString(),
        limits.maximumPositionValue().amount(),
        limits.stalePriceAfter(),
        limits.duplicateWindow(),
        limits.riskFraction().toString(),
        ExposureLimitsBody.of(limits.exposure()),
        FlowLimitsBody.of(limits.flow()),
        instruments,
        stored.schedules().stream().map(ScheduleBody::of).toList(),
        TierPolicyBody.of(stored.tiers()),
        ProtectionBody.of(stored.protection()),
        SizingBody.of(stored.sizing()),
        stored.version(),
        stored.changedBy(),
        stored.changedAt(),
        stored.reason());
  }
}
