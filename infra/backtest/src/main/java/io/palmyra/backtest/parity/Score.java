package io.palmyra.backtest.parity;

/**
 * How much of something came out the same.
 *
 * @param same of both sides
 * @param missing that stand on their topic and were not made again
 * @param extra that were made again and do not stand on their topic
 * @param different that stand there with another content
 */
public record Score(int same, int missing, int extra, int different) {
  static final Score NONE = new Score(0, 0, 0, 0);

  /** Of both sides, each once. */
  public int all() {
    return same + missing + extra + different;
  }

  /** Whether all came out the same. */
  public boolean whole() {
    return same == all();
  }

  /** The part that came out the same; 100 where there is nothing. */
  public double percent() {
    return all() == 0 ? 100 : 100.0 * same / all();
  }

  Score plus(Score other) {
    return new Score(
        same + other.same,
        missing + other.missing,
        extra + other.extra,
        different + other.different);
  }
}
