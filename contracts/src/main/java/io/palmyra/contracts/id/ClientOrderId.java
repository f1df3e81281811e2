package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * An order by our own name, which every venue accepts and gives back; derived from the intent so
 * that a retry can only repeat it.
 *
 * @param value 32 hex digits in lower case
 */
public record ClientOrderId(String value) implements TextValue {
  private static final TextRule RULE = TextRule.ofDerived("clientOrderId");

  public ClientOrderId {
    RULE.require(value);
  }

  /**
   * The id of one order.
   *
   * @param leg place among the orders of a signal, from 0
   * @param slice place among the children of an execution algorithm, from 0
   * @param revision times the order was replaced, from 0
   */
  public static ClientOrderId of(SignalId signal, int leg, int slice, int revision) {
    return new ClientOrderId(
        Derivation.derive("order", signal.value(), leg + "/" + slice + "/" + revision));
  }

  @Override
  public String toString() {
    return value;
  }
}
