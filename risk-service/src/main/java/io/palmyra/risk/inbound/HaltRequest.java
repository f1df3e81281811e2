package io.palmyra.risk.inbound;

import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.risk.application.control.HaltOrder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A halt to be placed.
 *
 * @param scope all, account:ID, strategy:ID or instrument:SYMBOL.VENUE
 * @param mode HALTED or REDUCE_ONLY
 * @param reason why, 1 to 500 characters
 * @param cancelOrders whether open orders in the scope are to be canceled; false if absent
 * @param sparesProtective whether reduce-only protective orders are spared; true if absent
 */
record HaltRequest(
    @NotNull HaltScope scope,
    @NotNull HaltMode mode,
    @NotBlank @Size(max = 500) String reason,
    @Nullable Boolean cancelOrders,
    @Nullable Boolean sparesProtective) {

  HaltOrder by(String who) {
    return new HaltOrder(
        scope,
        mode,
        reason,
        Boolean.TRUE.equals(cancelOrders),
        !Boolean.FALSE.equals(sparesProtective),
        who);
  }
}
