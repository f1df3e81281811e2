package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Currency;
import io.palmyra.core.risk.FirmLimit;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the firm in the place of the former one; each as in {@link FirmLimitBody}.
 *
 * @param reason why, 1 to 500 characters
 * @param version that was seen; the change is refused if it is not the present one; any if absent
 */
record FirmLimitRequest(
    @NotBlank @Size(max = 500) String reason,
    @Nullable Long version,
    @NotBlank String maximumGross,
    @NotBlank String maximumNet) {
  FirmLimit in(Currency currency) {
    return new FirmLimit(
        Numbers.money("maximumGross", maximumGross, currency),
        Numbers.money("maximumNet", maximumNet, currency));
  }
}
