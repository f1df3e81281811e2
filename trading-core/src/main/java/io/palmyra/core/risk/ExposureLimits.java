package io.palmyra.core.risk;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.util.Map;

/**
 * What an account may have at stake over all its instruments, working orders counted.
 *
 * @param maximumGross sum of the values of all positions, long and short alike, above 0
 * @param maximumNet difference between what is long and what is short, without sign, above 0
 * @param maximumStrategyGross gross exposure of what one strategy holds and has working, above 0
 * @param maximumMarginUse share of equity that initial margin may take, above 0: 1 for all of it;
 *     more trusts the venue to lend
 */
public record ExposureLimits(
    Money maximumGross, Money maximumNet, Money maximumStrategyGross, Quantity maximumMarginUse) {
  public ExposureLimits {
    RiskLimits.requireAboveZero("maximumGrossExposure", maximumGross.signum(), maximumGross);
    RiskLimits.requireAboveZero("maximumNetExposure", maximumNet.signum(), maximumNet);
    RiskLimits.requireAboveZero(
        "maximumStrategyExposure", maximumStrategyGross.signum(), maximumStrategyGross);
    RiskLimits.requireAboveZero("maximumMarginUse", maximumMarginUse.signum(), maximumMarginUse);
  }

  /** All of them by a share of what they are; margin use stays. */
  ExposureLimits scaled(Quantity share) {
    return new ExposureLimits(
        RiskLimits.least(maximumGross.times(share)),
        RiskLimits.least(maximumNet.times(share)),
        RiskLimits.least(maximumStrategyGross.times(share)),
        maximumMarginUse);
  }

  void addTo(Map<String, String> names) {
    names.put("maximumGrossExposure", maximumGross.toString());
    names.put("maximumNetExposure", maximumNet.toString());
    names.put("maximumStrategyExposure", maximumStrategyGross.toString());
    names.put("maximumMarginUse", maximumMarginUse.toString());
  }
}
