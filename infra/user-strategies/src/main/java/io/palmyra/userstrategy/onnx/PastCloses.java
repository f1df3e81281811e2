package io.palmyra.userstrategy.onnx;

/** The closes of the last bars, back to a distance. */
final class PastCloses {
  private final double[] ring;
  private long seen;

  /**
   * @param distance from the newest to the oldest, 1 or more
   */
  PastCloses(int distance) {
    ring = new double[distance + 1];
  }

  void add(double close) {
    ring[(int) (seen % ring.length)] = close;
    seen++;
  }

  boolean isReady() {
    return seen >= ring.length;
  }

  double newest() {
    return ring[(int) ((seen - 1) % ring.length)];
  }

  /** Only where it is ready. */
  double oldest() {
    return ring[(int) (seen % ring.length)];
  }
}
