package io.palmyra.core.sentiment;

/**
 * What one text says.
 *
 * @param score -1 (worst) to 1 (best)
 * @param confidence 0 to 1; 0 where nothing in it says anything
 */
public record TextScore(double score, double confidence) {
  /** A text in which nothing says anything: no evidence, which is not the same as neutral. */
  public static final TextScore NOTHING = new TextScore(0, 0);

  /** Whether it is evidence of anything. */
  public boolean saysSomething() {
    return confidence > 0;
  }
}
