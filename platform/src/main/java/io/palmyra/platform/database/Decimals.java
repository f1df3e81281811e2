package io.palmyra.platform.database;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Between our numbers and the {@code numeric} of a database, which keeps their scales. A column is
 * never read as text: the driver gives a zero as {@code 0.00} or as {@code 0E-8}, by how often the
 * statement ran.
 */
public final class Decimals {
  private Decimals() {}

  /** The same number for a statement. */
  public static BigDecimal of(Quantity quantity) {
    return BigDecimal.valueOf(quantity.mantissa(), quantity.scale());
  }

  /** The same number for a statement, null for null. */
  public static @Nullable BigDecimal of(@Nullable Price price) {
    return price == null ? null : BigDecimal.valueOf(price.mantissa(), price.scale());
  }

  /** The same number for a statement. */
  public static BigDecimal of(Money money) {
    return BigDecimal.valueOf(money.mantissa(), Money.SCALE);
  }

  /**
   * The quantity in a column.
   *
   * @throws ArithmeticException if it has more digits than a quantity can
   */
  public static Quantity quantity(ResultSet row, String column) throws SQLException {
    return quantity(row.getBigDecimal(column));
  }

  /**
   * The same number as a quantity.
   *
   * @throws ArithmeticException if it has more digits than a quantity can
   */
  public static Quantity quantity(BigDecimal number) {
    return new Quantity(number.unscaledValue().longValueExact(), number.scale());
  }

  /**
   * The price in a column that is not null.
   *
   * @throws ArithmeticException if it has more digits than a price can
   */
  public static Price price(ResultSet row, String column) throws SQLException {
    BigDecimal number = row.getBigDecimal(column);
    return new Price(number.unscaledValue().longValueExact(), number.scale());
  }

  /**
   * The same number as a price, null for null.
   *
   * @throws ArithmeticException if it has more digits than a price can
   */
  public static @Nullable Price price(@Nullable BigDecimal number) {
    return number == null
        ? null
        : new Price(number.unscaledValue().longValueExact(), number.scale());
  }

  /**
   * The amount in a column.
   *
   * @throws ArithmeticException if it has more digits than an amount can
   */
  public static Money money(ResultSet row, String column, Currency currency) throws SQLException {
    BigDecimal number = row.getBigDecimal(column).setScale(Money.SCALE);
    return new Money(number.unscaledValue().longValueExact(), currency);
  }
}
