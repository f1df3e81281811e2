package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.util.AbstractList;
import java.util.RandomAccess;

/** Many amounts of one currency, eight bytes each; objects are made as they are asked for. */
final class MoneyColumn extends AbstractList<Money> implements RandomAccess {
  private final long[] mantissas;
  private final Currency currency;

  /**
   * @param mantissas not changed any more
   */
  MoneyColumn(long[] mantissas, Currency currency) {
    this.mantissas = mantissas;
    this.currency = currency;
  }

  @Override
  public Money get(int index) {
    return new Money(mantissas[index], currency);
  }

  @Override
  public int size() {
    return mantissas.length;
  }
}
