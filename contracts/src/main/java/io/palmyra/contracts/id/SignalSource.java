package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * Who proposed: {@code strategy:sma-eurusd}, {@code person:alice}, {@code webhook:tv}.
 *
 * @param value strategy:, person:, webhook: or service: and a name of 1 to 64 letters, digits and .
 *     _ @ -
 */
public record SignalSource(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule(
          "source",
          "(strategy|person|webhook|service):[A-Za-z0-9._@-]{1,64}",
          "strategy:, person:, webhook: or service: and a name of 1 to 64 letters, digits and . _ @ -");

  public SignalSource {
    RULE.require(value);
  }

  /** Whether it is a strategy. */
  public boolean isStrategy() {
    return value.startsWith("strategy:");
  }

  /** Whether it is one of the suite's own services, which closes what others hold. */
  public boolean isService() {
    return value.startsWith("service:");
  }

  @Override
  public String toString() {
    return value;
  }
}
