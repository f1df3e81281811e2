package io.palmyra.backtest.parity;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.StrategyInstanceId;
import org.jspecify.annotations.Nullable;

/**
 * What is compared.
 *
 * @param instance alone, null for all
 * @param account alone, null for all
 */
public record Selection(@Nullable StrategyInstanceId instance, @Nullable AccountId account) {
  /** All there is. */
  public static final Selection ALL = new Selection(null, null);

  boolean takes(Run run) {
    return (instance == null || instance.equals(run.instance())) && takes(run.account());
  }

  boolean takes(AccountId other) {
    return account == null || account.equals(other);
  }

  boolean takes(SignalSource source) {
    return instance == null || source.equals(source(instance));
  }

  static SignalSource source(StrategyInstanceId instance) {
    return new SignalSource("strategy:" + instance.value());
  }
}
