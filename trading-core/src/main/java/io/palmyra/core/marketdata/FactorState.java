package io.palmyra.core.marketdata;

/** Where a factor stands in this beat: its common move, and a burst that fades within seconds. */
final class FactorState {
  private static final double BURSTS_A_SECOND = 1 / 75.0;
  private static final double FADING_SECONDS = 2.5;

  private double shock;
  private double burst;
  private int direction = 1;

  /**
   * Moves on by one beat.
   *
   * @param seconds length of the beat
   */
  void beat(SeededRandom random, double seconds) {
    shock = random.gaussian();
    burst *= Math.max(0, 1 - seconds / FADING_SECONDS);
    if (random.uniform() < BURSTS_A_SECOND * seconds) {
      burst = 1;
      direction = random.uniform() < 0.5 ? -1 : 1;
    }
  }

  /** The common move of this beat: normal, deviation 1. */
  double shock() {
    return shock;
  }

  /** How strong the burst still is, 0 to 1. */
  double burst() {
    return burst;
  }

  /** −1 or 1: where the burst goes. */
  int direction() {
    return direction;
  }
}
