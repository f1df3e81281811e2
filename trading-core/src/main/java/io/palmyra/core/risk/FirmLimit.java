package io.palmyra.core.risk;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.util.Optional;

/**
 * What a firm may have at stake over all its accounts of one base currency. No check reads two
 * accounts: the accounts' own exposure limits share it out, and together they are never more.
 *
 * @param maximumGross above 0
 * @param maximumNet above 0
 */
public record FirmLimit(Money maximumGross, Money maximumNet) {
  public FirmLimit {
    RiskLimits.requireAboveZero("maximumGross", maximumGross.signum(), maximumGross);
    RiskLimits.requireAboveZero("maximumNet", maximumNet.signum(), maximumNet);
    if (!maximumGross.currency().equals(maximumNet.currency())) {
      throw new IllegalArgumentException(
          "maximumNet " + maximumNet + " is not in the currency of maximumGross " + maximumGross);
    }
  }

  /** Of the accounts with this base currency. */
  public Currency currency() {
    return maximumGross.currency();
  }

  /**
   * What the limits of all accounts exceed.
   *
   * @param gross sum of their gross exposure limits
   * @param net sum of their net exposure limits
   */
  public Optional<Excess> exceededBy(Money gross, Money net) {
    if (gross.compareTo(maximumGross) > 0) {
      return Optional.of(new Excess("maximumGross", gross, maximumGross));
    }
    return net.compareTo(maximumNet) > 0
        ? Optional.of(new Excess("maximumNet", net, maximumNet))
        : Optional.empty();
  }

  /**
   * More than the firm allows.
   *
   * @param part of the limit
   * @param sum of the accounts' limits
   * @param maximum the firm's
   */
  public record Excess(String part, Money sum, Money maximum) {}
}
