package io.palmyra.core.marketdata;

import java.time.Instant;

/** Moments as nanoseconds since 1970: two longs to compare instead of two objects; good to 2262. */
public final class EpochNanos {
  private static final long SECOND = 1_000_000_000L;

  private EpochNanos() {}

  /** Nanoseconds of a moment. */
  public static long of(Instant moment) {
    return Math.addExact(
        Math.multiplyExact(moment.getEpochSecond(), SECOND), (long) moment.getNano());
  }

  /** The moment of them. */
  public static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }
}
