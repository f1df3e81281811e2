package io.palmyra.core.risk;

import io.palmyra.contracts.decision.ValuesElsewhere;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.margin.InitialMargin;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is at stake over several instruments, if of each the worse happens: all that is open on the
 * further side fills, and nothing of the other.
 *
 * @param gross sum of the values on the further sides
 * @param bought what it comes to if all buys fill
 * @param sold what it comes to if all sells fill
 * @param margin initial margin of the further sides
 */
record Stake(Money gross, Money bought, Money sold, Money margin) {
  private static Stake none(Currency currency) {
    Money nothing = Money.zero(currency);
    return new Stake(nothing, nothing, nothing, nothing);
  }

  /** What was worked out of other instruments. */
  static Stake of(ValuesElsewhere values) {
    return new Stake(values.gross(), values.bought(), values.sold(), values.margin());
  }

  /** The larger of what it comes to if all buys fill, and if all sells do, without sign. */
  Money net() {
    return (bought.compareTo(sold) >= 0 ? bought : sold).abs();
  }

  /**
   * The same with an instrument more.
   *
   * @param rate units of the account's currency for one of the instrument's quote currency
   */
  Stake plus(Exposure exposure, InstrumentDefined instrument, Price price, Price rate) {
    Currency currency = gross.currency();
    Quantity most = furthest(exposure);
    Quantity buys = exposure.furthest(Side.BUY);
    Quantity sells = exposure.furthest(Side.SELL);
    return new Stake(
        gross.plus(instrument.value(most, price).abs().convert(rate, currency)),
        bought.plus(instrument.value(buys, price).convert(rate, currency)),
        sold.plus(instrument.value(sells, price).convert(rate, currency)),
        margin.plus(InitialMargin.of(instrument, most, price).convert(rate, currency)));
  }

  /** Values exposures at last mids, but for those of one instrument. */
  static ValuesElsewhere elsewhere(
      InstrumentId but,
      Map<InstrumentId, Exposure> exposures,
      Market market,
      Currency currency,
      Instant now) {
    Stake sum = none(currency);
    for (Map.Entry<InstrumentId, Exposure> each : exposures.entrySet()) {
      InstrumentId id = each.getKey();
      if (id.equals(but)) {
        continue;
      }
      InstrumentDefined instrument = market.instrument(id);
      Market.Quoted quoted = market.quote(id);
      Optional<Price> rate =
          instrument == null
              ? Optional.empty()
              : market.rate(instrument.quoteCurrency(), currency, now);
      if (instrument == null || quoted == null || rate.isEmpty()) {
        return none(currency).named("no " + (quoted == null ? "quote of " : "rate for ") + id);
      }
      try {
        sum = sum.plus(each.getValue(), instrument, quoted.tick().mid(), rate.get());
      } catch (ArithmeticException e) {
        return none(currency).named("the value of " + id + " is too large: " + e.getMessage());
      }
    }
    return sum.named(null);
  }

  private ValuesElsewhere named(@Nullable String unknown) {
    return new ValuesElsewhere(gross, bought, sold, margin, unknown);
  }

  private static Quantity furthest(Exposure exposure) {
    Quantity buy = exposure.furthest(Side.BUY);
    Quantity sell = exposure.furthest(Side.SELL);
    Quantity most = buy.compareTo(sell) >= 0 ? buy : sell;
    return most.signum() > 0 ? most : Quantity.ZERO;
  }
}
