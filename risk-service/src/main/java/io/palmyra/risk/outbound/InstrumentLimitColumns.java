package io.palmyra.risk.outbound;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.LimitOverride;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The columns of a row of {@code instrument_limit}. */
@Embeddable
class InstrumentLimitColumns {
  private @Nullable BigDecimal priceCollar;
  private @Nullable BigDecimal maximumOrderQuantity;
  private @Nullable BigDecimal maximumOrderValue;
  private @Nullable BigDecimal maximumPosition;
  private @Nullable BigDecimal maximumPositionValue;

  /** For Hibernate. */
  protected InstrumentLimitColumns() {}

  static InstrumentLimitColumns of(LimitOverride different) {
    var columns = new InstrumentLimitColumns();
    columns.priceCollar = number(different.priceCollar());
    columns.maximumOrderQuantity = number(different.maximumOrderQuantity());
    columns.maximumOrderValue = number(different.maximumOrderValue());
    columns.maximumPosition = number(different.maximumPosition());
    columns.maximumPositionValue = number(different.maximumPositionValue());
    return columns;
  }

  LimitOverride in(Currency currency) {
    return new LimitOverride(
        quantity(priceCollar),
        quantity(maximumOrderQuantity),
        money(maximumOrderValue, currency),
        quantity(maximumPosition),
        money(maximumPositionValue, currency));
  }

  private static @Nullable BigDecimal number(@Nullable Quantity quantity) {
    return quantity == null ? null : AccountLimitRow.number(quantity);
  }

  private static @Nullable BigDecimal number(@Nullable Money money) {
    return money == null ? null : AccountLimitRow.number(money);
  }

  private static @Nullable Quantity quantity(@Nullable BigDecimal number) {
    return number == null ? null : AccountLimitRow.quantity(number);
  }

  private static @Nullable Money money(@Nullable BigDecimal number, Currency currency) {
    return number == null ? null : AccountLimitRow.money(number, currency);
  }
}
