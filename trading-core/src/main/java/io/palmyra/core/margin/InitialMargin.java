package io.palmyra.core.margin;

import io.palmyra.contracts.instrument.CfdTerms;
import io.palmyra.contracts.instrument.FutureTerms;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.MarginTerms;
import io.palmyra.contracts.instrument.OutcomeTokenTerms;
import io.palmyra.contracts.instrument.PerpetualTerms;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;

/** What must be put down to open a position. */
public final class InitialMargin {
  private InitialMargin() {}

  /**
   * The initial margin of a quantity: its whole value where it is paid in full, else by the
   * instrument's margin, margin rate or leverage.
   *
   * @param quantity 0 or more
   * @return 0 or more, in the instrument's quote currency
   * @throws ArithmeticException if it fits no amount
   */
  public static Money of(InstrumentDefined instrument, Quantity quantity, Price price) {
    Money value = instrument.value(quantity, price).abs();
    return switch (instrument.terms()) {
      case SpotTerms _, OutcomeTokenTerms _ -> value;
      case MarginTerms margin -> value.times(margin.initialMargin());
      case FutureTerms future -> future.initialMargin().times(quantity);
      case PerpetualTerms perpetual -> over(value, perpetual.leverage());
      case CfdTerms cfd -> over(value, cfd.leverage());
    };
  }

  private static Money over(Money value, Quantity leverage) {
    return new Money(
        FixedPoint.divide(
            value.mantissa(), Money.SCALE, leverage.mantissa(), leverage.scale(), Money.SCALE),
        value.currency());
  }
}
