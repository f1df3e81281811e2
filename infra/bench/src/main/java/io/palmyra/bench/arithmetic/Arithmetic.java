package io.palmyra.bench.arithmetic;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a decision reckons with; each method reduces its result to a number that JMH consumes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Arithmetic {
  private static final Currency EUR = new Currency("EUR");

  private long priceMantissa = 108_512;
  private long quantityMantissa = 1_000_050;
  private final Quantity multiplier = new Quantity(25, 0);
  private final Quantity lot = new Quantity(1_000, 2);

  /** Price × Quantity → Money. */
  @Benchmark
  public long priceTimesQuantity() {
    return new Price(priceMantissa++ & 0xFFFFF, 5)
        .times(new Quantity(quantityMantissa, 2), Currency.USD)
        .mantissa();
  }

  /** Price × Quantity × multiplier → Money. */
  @Benchmark
  public long valueOfContracts() {
    return new Price(priceMantissa++ & 0xFFFF, 0)
        .times(new Quantity(quantityMantissa, 2), multiplier, Currency.USD)
        .mantissa();
  }

  /** Money + Money, then into another currency. */
  @Benchmark
  public long moneyPlusAndConvert() {
    return new Money(quantityMantissa++, EUR)
        .plus(new Money(priceMantissa, EUR))
        .convert(new Price(priceMantissa, 5), Currency.USD)
        .mantissa();
  }

  /** Money into another currency against the direction of the quote: the division. */
  @Benchmark
  public long moneyConvertInverse() {
    return new Money(quantityMantissa++, EUR)
        .convertInverse(new Price(priceMantissa, 5), Currency.USD)
        .mantissa();
  }

  /** Quantity + Quantity − Quantity, floored to lots. */
  @Benchmark
  public long quantityOperations() {
    return new Quantity(quantityMantissa++, 2)
        .plus(new Quantity(priceMantissa, 0))
        .minus(new Quantity(3, 1))
        .floorToMultipleOf(lot)
        .mantissa();
  }

  /** The middle of bid and ask. */
  @Benchmark
  public long mid() {
    return new Price(priceMantissa++, 5).midWith(new Price(priceMantissa + 12, 5)).mantissa();
  }
}
