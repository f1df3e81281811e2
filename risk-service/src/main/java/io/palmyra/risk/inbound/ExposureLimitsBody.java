package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Currency;
import io.palmyra.core.risk.ExposureLimits;
import jakarta.validation.constraints.NotBlank;

/**
 * What an account may have at stake over all instruments, working orders counted; decimals are
 * strings, amounts in the account's currency.
 *
 * @param maximumGross sum of all positions' values
 * @param maximumNet what long and short may differ by
 * @param maximumStrategyGross gross exposure of one strategy
 * @param maximumMarginUse share of equity that initial margin may take
 */
record ExposureLimitsBody(
    @NotBlank String maximumGross,
    @NotBlank String maximumNet,
    @NotBlank String maximumStrategyGross,
    @NotBlank String maximumMarginUse) {

  static ExposureLimitsBody of(ExposureLimits limits) {
    return new ExposureLimitsBody(
        limits.maximumGross().amount(),
        limits.maximumNet().amount(),
        limits.maximumStrategyGross().amount(),
        limits.maximumMarginUse().toString());
  }

  ExposureLimits in(Currency currency) {
    return new ExposureLimits(
        Numbers.money("exposure.maximumGross", maximumGross, currency),
        Numbers.money("exposure.maximumNet", maximumNet, currency),
        Numbers.money("exposure.maximumStrategyGross", maximumStrategyGross, currency),
        Numbers.quantity("exposure.maximumMarginUse", maximumMarginUse));
  }
}
