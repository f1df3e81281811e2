package io.palmyra.contracts.control;

/** The tiers of risk, from calm to worst. */
public enum RiskTier {
  /** Full sizes. */
  NORMAL,
  /** Smaller sizes. */
  WARNING,
  /** Only reductions. */
  CRITICAL,
  /** Halted, all orders canceled; left by a person only. */
  EMERGENCY
}
