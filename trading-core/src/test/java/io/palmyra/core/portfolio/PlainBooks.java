package io.palmyra.core.portfolio;

import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The books of one instrument and one currency, told a second time as plainly as can be:
 * BigDecimal, unit by unit of the smallest size, mutable.
 */
final class PlainBooks {
  private final boolean paidInFull;
  private final BigDecimal multiplier;
  private final Deque<BigDecimal[]> queue = new ArrayDeque<>();
  private BigDecimal realized = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;
  private BigDecimal cash = BigDecimal.ZERO;

  PlainBooks(boolean paidInFull, String multiplier) {
    this.paidInFull = paidInFull;
    this.multiplier = new BigDecimal(multiplier);
  }

  void fill(int sign, Quantity quantity, Price price, BigDecimal fee) {
    BigDecimal left = new BigDecimal(quantity.toString()).multiply(BigDecimal.valueOf(sign));
    BigDecimal at = new BigDecimal(price.toString());
    fees = fees.add(fee);
    cash = cash.subtract(fee);
    if (paidInFull) {
      cash = cash.subtract(money(left.multiply(at)));
    }
    while (left.signum() != 0 && !queue.isEmpty() && queue.peek()[0].signum() == -left.signum()) {
      BigDecimal[] lot = queue.peek();
      BigDecimal part = lot[0].abs().min(left.abs());
      BigDecimal profit =
          money(at.subtract(lot[1]).multiply(part).multiply(BigDecimal.valueOf(lot[0].signum())));
      realized = realized.add(profit);
      if (!paidInFull) {
        cash = cash.add(profit);
      }
      left = left.subtract(part.multiply(BigDecimal.valueOf(left.signum())));
      lot[0] = lot[0].subtract(part.multiply(BigDecimal.valueOf(lot[0].signum())));
      if (lot[0].signum() == 0) {
        queue.remove();
      }
    }
    if (left.signum() != 0) {
      queue.add(new BigDecimal[] {left, at});
    }
  }

  void deposit(BigDecimal amount) {
    cash = cash.add(amount);
  }

  void cost(BigDecimal amount) {
    fees = fees.add(amount);
    cash = cash.subtract(amount);
  }

  void income(BigDecimal amount) {
    realized = realized.add(amount);
    cash = cash.add(amount);
  }

  BigDecimal quantity() {
    return queue.stream().map(lot -> lot[0]).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal unrealized(Price mark) {
    BigDecimal at = new BigDecimal(mark.toString());
    return queue.stream()
        .map(lot -> money(at.subtract(lot[1]).multiply(lot[0])))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What was paid for all that is open, exactly. */
  BigDecimal cost() {
    return queue.stream()
        .map(lot -> lot[0].multiply(lot[1]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal realized() {
    return realized;
  }

  BigDecimal fees() {
    return fees;
  }

  BigDecimal cash() {
    return cash;
  }

  private BigDecimal money(BigDecimal value) {
    return value.multiply(multiplier).setScale(8, RoundingMode.HALF_EVEN);
  }
}
