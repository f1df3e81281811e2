package io.palmyra.strategy.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Refusal;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.web.FieldError;
import io.palmyra.platform.web.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an instance must fulfil to be made, tuned or started. Refuses by problems. */
public final class InstanceRules {
  private static final String SIMULATED = "SIMULATED";

  private final StrategyCatalogue catalogue;
  private final Function<AccountId, Optional<AccountSettings>> accounts;

  /**
   * @param catalogue types that can be run
   * @param accounts accounts of this suite
   */
  public InstanceRules(
      StrategyCatalogue catalogue, Function<AccountId, Optional<AccountSettings>> accounts) {
    this.catalogue = catalogue;
    this.accounts = accounts;
  }

  /** The type of a name. */
  public StrategyType type(String name) {
    return catalogue
        .find(name)
        .orElseThrow(() -> Problems.invalid("strategy", name, "one of " + typeNames()));
  }

  /** The settings of an account of this suite. */
  public AccountSettings account(AccountId account) {
    return accounts
        .apply(account)
        .orElseThrow(
            () -> Problems.invalid("account", account.value(), "an account of this suite"));
  }

  /** Refuses a strategy for measuring on an account that trades anywhere but in simulation. */
  public void requireAllowed(StrategyType type, AccountId account) {
    String venue = account(account).venue().value();
    if (type.descriptor().simulatedOnly() && !venue.equals(SIMULATED)) {
      throw Problems.invalid(
          "account",
          account.value(),
          "an account on venue SIMULATED: strategy " + type.descriptor().id() + " only measures");
    }
  }

  /** The capital that a text says, in the account's currency; null where there is none. */
  @Nullable Money capital(@Nullable String text, AccountId account) {
    if (text == null) {
      return null;
    }
    try {
      Money amount = Money.of(text, account(account).baseCurrency());
      if (amount.signum() >= 0) {
        return amount;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Refused below, like an amount that is negative.
    }
    throw Problems.invalid("capital", text, "0 or more as decimal text with at most 8 places");
  }

  /** The validated parameters. */
  public Parameters parameters(StrategyType type, Map<String, String> given) {
    return switch (type.descriptor().validate(given)) {
      case Validated.Accepted accepted -> accepted.parameters();
      case Validated.Refused refused -> throw Problems.invalid(errors(refused.refusals()));
    };
  }

  private static List<FieldError> errors(List<Refusal> refusals) {
    return refusals.stream()
        .map(
            refusal ->
                new FieldError("parameters." + refusal.field(), refusal.value(), refusal.allowed()))
        .toList();
  }

  private String typeNames() {
    return String.join(", ", catalogue.all().stream().map(type -> type.descriptor().id()).toList());
  }
}
