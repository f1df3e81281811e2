package io.palmyra.core.allocation;

/** By what capital is shared out. */
public enum AllocationMethod {
  /** The same to each. Needs no returns. */
  EQUAL,

  /** In proportion to one over the standard deviation of daily returns. */
  INVERSE_VOLATILITY,

  /**
   * So that each adds the same to the variance of the whole, correlations included (Maillard,
   * Roncalli and Teïletche, "The properties of equally weighted risk contribution portfolios",
   * 2010).
   */
  RISK_PARITY,

  /**
   * A fraction of what makes capital grow fastest, never short (Thorp, "The Kelly criterion in
   * blackjack, sports betting, and the stock market", 2006); the rest stays uninvested.
   */
  KELLY;

  /** Whether it can do without returns. */
  public boolean needsReturns() {
    return this != EQUAL;
  }
}
