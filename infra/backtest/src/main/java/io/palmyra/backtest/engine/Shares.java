package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of quantities. */
final class Shares {
  private Shares() {}

  /** A share of a whole, rounded down to as many decimals as a quantity has. */
  static Quantity of(Quantity whole, Quantity share) {
    BigDecimal product =
        BigDecimal.valueOf(whole.mantissa(), whole.scale())
            .multiply(BigDecimal.valueOf(share.mantissa(), share.scale()))
            .setScale(FixedPoint.MAX_SCALE, RoundingMode.DOWN)
            .stripTrailingZeros();
    BigDecimal plain = product.scale() < 0 ? product.setScale(0) : product;
    return new Quantity(plain.unscaledValue().longValueExact(), plain.scale());
  }
}
