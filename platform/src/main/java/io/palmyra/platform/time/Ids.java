package io.palmyra.platform.time;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gives UUIDs of version 7 (RFC 9562): ordered by the millisecond in which they were made, and
 * within it by a counter of 12 bits that starts at random below its half. Thread-safe.
 *
 * <p>For identities that have no source of their own; whatever has one derives its id from it.
 */
public final class Ids implements Supplier<String> {
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private long millis;
  private int counter;

  /**
   * @param clock wall time
   */
  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String get() {
    return next().toString();
  }

  /** The next id, above all that this gave before. */
  public synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      counter = random.nextInt(0x800);
    } else if (++counter > 0xFFF) {
      // A full millisecond, or a clock that went back: the ids run ahead of it and stay in order.
      millis++;
      counter = 0;
    }
    long high = (millis << 16) | 0x7000L | counter;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
