package io.palmyra.core.allocation;

/**
 * How capital is shared out.
 *
 * @param method by what
 * @param most share that one strategy may have, above 0, at most 1
 * @param kellyFraction part of the growth-optimal share that KELLY takes, above 0, at most 1
 * @param leastDays that all returns must have in common, 2 or more
 */
public record AllocationRules(
    AllocationMethod method, double most, double kellyFraction, int leastDays) {
  /**
   * @throws IllegalArgumentException naming what is out of bounds
   */
  public AllocationRules {
    requireShare("most", most);
    requireShare("kellyFraction", kellyFraction);
    if (leastDays < 2) {
      throw new IllegalArgumentException("leastDays is " + leastDays + "; allowed: 2 or more");
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + "; allowed: above 0, at most 1");
    }
  }
}
