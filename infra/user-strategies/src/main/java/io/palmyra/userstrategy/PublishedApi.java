package io.palmyra.userstrategy;

import java.util.List;
import java.util.Set;

/** What a user's jar sees of Palmyra; {@code docs/strategies.md} promises that it stays. */
final class PublishedApi {
  /** Types of {@code io.palmyra.core.strategy}; what else stands there is our own. */
  static final Set<String> STRATEGY_TYPES =
      Set.of(
          "Bar",
          "DataNeeds",
          "ParameterSpec",
          "Parameters",
          "Proposal",
          "Refusal",
          "Strategy",
          "StrategyContext",
          "StrategyDescriptor",
          "StrategyType",
          "Validated");

  static final List<String> PACKAGES =
      List.of(
          "io.palmyra.core.strategy.indicator.",
          "io.palmyra.contracts.",
          "org.jspecify.annotations.");

  private static final String STRATEGY_PACKAGE = "io.palmyra.core.strategy.";

  private PublishedApi() {}

  /** Whether a class, by its binary name, is part of it. */
  static boolean has(String className) {
    if (PACKAGES.stream().anyMatch(className::startsWith)) {
      return true;
    }
    if (!className.startsWith(STRATEGY_PACKAGE)) {
      return false;
    }
    String simple = className.substring(STRATEGY_PACKAGE.length());
    int nested = simple.indexOf('$');
    return STRATEGY_TYPES.contains(nested < 0 ? simple : simple.substring(0, nested));
  }
}
