package io.palmyra.contracts.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/** Random numbers with a taste for extremes, and the exact answers to compare with. */
final class Numbers {
  static final int CASES = 100_000;

  private static final List<Long> EXTREMES =
      List.of(
          0L,
          1L,
          -1L,
          5L,
          -5L,
          10L,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          Long.MAX_VALUE - 1,
          Long.MIN_VALUE + 1,
          1_000_000_000_000_000_000L,
          -1_000_000_000_000_000_000L,
          1L << 32,
          -(1L << 32),
          (1L << 62) - 1);

  private final SplittableRandom random;

  Numbers(long seed) {
    random = new SplittableRandom(seed);
  }

  long mantissa() {
    return switch (random.nextInt(6)) {
      case 0 -> EXTREMES.get(random.nextInt(EXTREMES.size()));
      case 1 -> random.nextLong();
      case 2 -> random.nextLong(-100, 100);
      case 3 -> random.nextLong() >> random.nextInt(64);
      case 4 -> FixedPoint.powerOfTen(random.nextInt(19)) + random.nextLong(-2, 3);
      default -> random.nextLong(-10_000_000_000L, 10_000_000_000L) * 5;
    };
  }

  int scale() {
    return random.nextInt(FixedPoint.MAX_SCALE + 1);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  static BigDecimal exact(long mantissa, int scale) {
    return BigDecimal.valueOf(mantissa, scale);
  }

  /** The mantissa at a scale, HALF_EVEN, however many bits it needs. */
  static BigInteger rounded(BigDecimal exact, int scale) {
    return exact.setScale(scale, RoundingMode.HALF_EVEN).unscaledValue();
  }

  static boolean fits(BigInteger mantissa) {
    return mantissa.bitLength() < Long.SIZE;
  }
}
