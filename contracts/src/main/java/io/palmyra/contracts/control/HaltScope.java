package io.palmyra.contracts.control;

import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.id.TextRule;

/**
 * What a halt forbids trading of.
 *
 * @param value {@code all}, {@code account:ID}, {@code strategy:ID} or {@code instrument:ID}
 */
public record HaltScope(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule(
          "scope",
          "all|account:[a-z0-9][a-z0-9-]{0,31}|strategy:[a-z0-9][a-z0-9-]{0,47}"
              + "|instrument:[A-Z0-9][A-Z0-9:/_-]{0,31}\\.[A-Z][A-Z0-9_]{0,15}",
          "all, account:ID, strategy:ID or instrument:SYMBOL.VENUE");

  /** Everything. */
  public static final HaltScope ALL = new HaltScope("all");

  public HaltScope {
    RULE.require(value);
  }

  /** All trading of an account. */
  public static HaltScope of(AccountId account) {
    return new HaltScope("account:" + account.value());
  }

  /** All that a strategy proposes. */
  public static HaltScope of(StrategyInstanceId strategy) {
    return new HaltScope("strategy:" + strategy.value());
  }

  /** All trading of an instrument. */
  public static HaltScope of(InstrumentId instrument) {
    return new HaltScope("instrument:" + instrument.value());
  }

  /** Whether an order of these falls under the scope. */
  public boolean covers(AccountId account, InstrumentId instrument, SignalSource source) {
    return switch (value.charAt(0)) {
      case 'i' -> value.equals("instrument:" + instrument.value());
      case 's' -> value.equals(source.value());
      default -> value.equals("all") || value.equals("account:" + account.value());
    };
  }

  /** Whether it is about what one strategy proposes. */
  public boolean ofStrategy() {
    return value.startsWith("strategy:");
  }

  @Override
  public String toString() {
    return value;
  }
}
