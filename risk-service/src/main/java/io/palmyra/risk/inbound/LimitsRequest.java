package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.limits.EditLimits;
import io.palmyra.risk.application.limits.FirmLimitExceededException;
import io.palmyra.risk.application.limits.StoredLimits;
import io.palmyra.risk.inbound.LimitsBody.InstrumentLimitsBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits in the place of all that the account had; each as in {@link LimitsBody}.
 *
 * @param reason why, 1 to 500 characters
 * @param version that was seen; the change is refused if it is not the present one; any if absent
 */
record LimitsRequest(
    @NotBlank @Size(max = 500) String reason,
    @Nullable Long version,
    @NotBlank String priceCollar,
    @NotBlank String maximumOrderQuantity,
    @NotBlank String maximumOrderValue,
    @NotBlank String maximumPosition,
    @NotBlank String maximumPositionValue,
    @NotNull Duration stalePriceAfter,
    @NotNull Duration duplicateWindow,
    @NotBlank String riskFraction,
    @NotNull @Valid ExposureLimitsBody exposure,
    @NotNull @Valid FlowLimitsBody flow,
    @NotNull @Valid TierPolicyBody tiers,
    @Nullable @Valid ProtectionBody protection,
    @Nullable @Valid SizingBody sizing,
    @Nullable Map<InstrumentId, InstrumentLimitsBody> instruments,
    @Nullable List<@NotNull @Valid ScheduleBody> schedules) {
  EditLimits.Change change(AccountId account, Currency currency, String who) {
    return new EditLimits.Change(
        account,
        limits(currency),
        overrides(currency),
        schedulesInOrder(),
        tiers.policy(),
        protection == null ? ProtectionPolicy.NONE : protection.policy(),
        sizing == null ? new Sizing.FixedFraction() : sizing.sizing(),
        version,
        who,
        reason);
  }

  /** Answers a change; 409 if another came first, 400 if the limits together make no sense. */
  static LimitsBody answered(Supplier<Optional<StoredLimits>> changing) {
    try {
      return changing
          .get()
          .map(LimitsBody::of)
          .orElseThrow(
              () -> Problems.conflict("The limits were changed by somebody else. Load them anew."));
    } catch (FirmLimitExceededException e) {
      throw Problems.invalid(
          "exposure." + e.excess().part(),
          "a sum of " + e.excess().sum().amount() + " over all accounts",
          "a sum of " + e.excess().maximum().amount() + " at most, the firm's limit");
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("limits", e.getMessage(), "limits above 0, riskFraction at most 1");
    }
  }

  private RiskLimits limits(Currency currency) {
    if (!stalePriceAfter.isPositive() || duplicateWindow.isNegative()) {
      throw Problems.invalid(
          stalePriceAfter.isPositive() ? "duplicateWindow" : "stalePriceAfter",
          stalePriceAfter.isPositive() ? duplicateWindow : stalePriceAfter,
          "a duration such as PT5S");
    }
    Quantity fraction = Numbers.quantity("riskFraction", riskFraction);
    if (fraction.compareTo(Quantity.ONE) > 0) {
      throw Problems.invalid("riskFraction", riskFraction, "above 0 and at most 1");
    }
    return new RiskLimits(
        Numbers.quantity("priceCollar", priceCollar),
        Numbers.quantity("maximumOrderQuantity", maximumOrderQuantity),
        Numbers.money("maximumOrderValue", maximumOrderValue, currency),
        Numbers.quantity("maximumPosition", maximumPosition),
        Numbers.money("maximumPositionValue", maximumPositionValue, currency),
        stalePriceAfter,
        duplicateWindow,
        fraction,
        exposure.in(currency),
        flow.limits());
  }

  private List<LimitSchedule> schedulesInOrder() {
    var all = new ArrayList<LimitSchedule>();
    if (schedules != null) {
      schedules.forEach(each -> all.add(each.schedule("schedules[" + all.size() + "].")));
    }
    return all;
  }

  private Map<InstrumentId, LimitOverride> overrides(Currency currency) {
    var overrides = new HashMap<InstrumentId, LimitOverride>();
    if (instruments != null) {
      instruments.forEach(
          (instrument, different) ->
              overrides.put(
                  instrument, override("instruments." + instrument + ".", different, currency)));
    }
    return overrides;
  }

  private static LimitOverride override(
      String path, InstrumentLimitsBody different, Currency currency) {
    String collar = different.priceCollar();
    String orderQuantity = different.maximumOrderQuantity();
    String orderValue = different.maximumOrderValue();
    String position = different.maximumPosition();
    String positionValue = different.maximumPositionValue();
    return new LimitOverride(
        collar == null ? null : Numbers.quantity(path + "priceCollar", collar),
        orderQuantity == null
            ? null
            : Numbers.quantity(path + "maximumOrderQuantity", orderQuantity),
        orderValue == null ? null : Numbers.money(path + "maximumOrderValue", orderValue, currency),
        position == null ? null : Numbers.quantity(path + "maximumPosition", position),
        positionValue == null
            ? null
            : Numbers.money(path + "maximumPositionValue", positionValue, currency),
        different.restricted());
  }
}
