package io.palmyra.risk.inbound;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.DenialCode;
import io.palmyra.core.risk.Waivers;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.override.OverrideOrders;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to be let through one check.
 *
 * @param account for which
 * @param instrument what
 * @param side BUY or SELL
 * @param type MARKET, LIMIT, STOP or STOP_LIMIT
 * @param quantity above 0, a multiple of the instrument's lot
 * @param limitPrice of LIMIT and STOP_LIMIT
 * @param stopPrice of STOP and STOP_LIMIT
 * @param timeInForce how long it works
 * @param check that it may fail, such as ORDER_VALUE; it must pass all others
 * @param validFor how long a second person may approve it, up to PT1H; PT10M if absent
 * @param reason why, 1 to 500 characters
 */
record OverrideRequest(
    @NotNull AccountId account,
    @NotNull InstrumentId instrument,
    @NotNull Side side,
    @NotNull OrderType type,
    @NotBlank String quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    @NotNull TimeInForce timeInForce,
    @NotNull DenialCode check,
    @Nullable Duration validFor,
    @NotBlank @Size(max = 500) String reason) {
  private static final Duration USUAL = Duration.ofMinutes(10);

  /** The same once it is known to make sense. */
  OverrideRequest checked() {
    if (type == OrderType.TRAILING_STOP) {
      throw Problems.invalid("type", type, "MARKET, LIMIT, STOP or STOP_LIMIT");
    }
    requireIf(type == OrderType.LIMIT || type == OrderType.STOP_LIMIT, "limitPrice", limitPrice);
    requireIf(type == OrderType.STOP || type == OrderType.STOP_LIMIT, "stopPrice", stopPrice);
    if (!Waivers.ALLOWED.contains(check)) {
      throw Problems.invalid("check", check, "one of " + Waivers.ALLOWED);
    }
    if (waits().compareTo(OverrideOrders.LONGEST) > 0) {
      throw Problems.invalid("validFor", validFor, "up to " + OverrideOrders.LONGEST);
    }
    return this;
  }

  private void requireIf(boolean wanted, String field, @Nullable Price price) {
    if (wanted != (price != null)) {
      throw Problems.invalid(
          field, price, wanted ? "a price, for a " + type : "absent, for a " + type);
    }
  }

  Duration waits() {
    return Numbers.positive("validFor", validFor == null ? USUAL : validFor);
  }

  OrderDraft order(ClientOrderId id) {
    return new OrderDraft(
        id,
        instrument,
        side,
        type,
        Numbers.quantity("quantity", quantity),
        limitPrice,
        stopPrice,
        null,
        timeInForce,
        false);
  }
}
