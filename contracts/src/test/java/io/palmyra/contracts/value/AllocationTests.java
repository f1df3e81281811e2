package io.palmyra.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Arithmetic allocates nothing once compiled: the fast form of {@code ./palmyra bench arithmetic}.
 */
class AllocationTests {
  private static final int OPERATIONS = 1_000_000;

  /** What the JIT's own warm-up may leave; one object an operation would be sixteen times more. */
  private static final long BOUND_BYTES = OPERATIONS;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Currency EUR = new Currency("EUR");

  private interface Operation {
    long apply(long i);
  }

  @Test
  void multiplyingPriceByQuantity() {
    assertAllocatesNothing(
        i -> new Price(108_500 + i, 5).times(new Quantity(10_000 + i, 2), Currency.USD).mantissa());
  }

  @Test
  void valuingContracts() {
    var multiplier = new Quantity(25, 0);
    assertAllocatesNothing(
        i ->
            new Price(4_000 + (i & 1023), 0)
                .times(new Quantity(i & 255, 0), multiplier, Currency.USD)
                .mantissa());
  }

  @Test
  void addingAndConvertingMoney() {
    assertAllocatesNothing(
        i ->
            new Money(1_000_000 + i, EUR)
                .plus(new Money(i, EUR))
                .convert(new Price(108_500 + (i & 7), 5), Currency.USD)
                .mantissa());
    assertAllocatesNothing(
        i ->
            new Money(1_000_000 + i, EUR)
                .convertInverse(new Price(108_500 + (i & 7), 5), Currency.USD)
                .mantissa());
  }

  @Test
  void reckoningWithQuantities() {
    var lot = new Quantity(1_000, 2);
    assertAllocatesNothing(
        i ->
            new Quantity(1_000_000 + i, 2)
                .plus(new Quantity(i, 0))
                .minus(new Quantity(3, 1))
                .floorToMultipleOf(lot)
                .mantissa());
  }

  @Test
  void findingTheMiddle() {
    assertAllocatesNothing(
        i -> new Price(108_500 + i, 5).midWith(new Price(108_512 + 3 * i, 5)).mantissa());
  }

  private static void assertAllocatesNothing(Operation operation) {
    long checksum = 0;
    long allocated = Long.MAX_VALUE;
    // Until the JIT has done its work; how soon depends on what else the machine does.
    for (int round = 0; round < 60 && allocated > BOUND_BYTES; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      checksum += run(operation);
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(checksum).isNotZero();
    assertThat(allocated).isLessThanOrEqualTo(BOUND_BYTES);
  }

  private static long run(Operation operation) {
    long sum = 0;
    for (long i = 0; i < OPERATIONS; i++) {
      sum += operation.apply(i);
    }
    return sum;
  }
}
