package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * A proposal; derived from strategy instance, input and ordinal, or from a person's idempotency
 * key.
 *
 * @param value 32 hex digits in lower case
 */
public record SignalId(String value) implements TextValue {
  private static final TextRule RULE = TextRule.ofDerived("signalId");

  public SignalId {
    RULE.require(value);
  }

  /**
   * The id of a strategy's proposal.
   *
   * @param input what the strategy saw last, for example {@code bars-3@1042}
   * @param ordinal place among the proposals from that input, from 0
   */
  public static SignalId of(StrategyInstanceId strategy, String input, int ordinal) {
    return new SignalId(
        Derivation.derive("signal", strategy.value(), input, Integer.toString(ordinal)));
  }

  /** The id of a proposal that comes with a key of its own, such as an Idempotency-Key. */
  public static SignalId of(SignalSource source, AccountId account, String idempotencyKey) {
    return new SignalId(
        Derivation.derive("request", source.value(), account.value(), idempotencyKey));
  }

  @Override
  public String toString() {
    return value;
  }
}
