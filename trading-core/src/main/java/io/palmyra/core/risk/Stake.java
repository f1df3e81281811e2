package io.palmyra.core.risk;

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

/**
 * What is at stake over several instruments, if of each the worse happens: all that is open on the
 * further side fills, and nothing of the other.
 *
 * @param gross sum of the values on the further sides
 * @param net the larger of what it comes to if all buys fill, and if all sells do, without sign
 * @param margin initial margin of the further sides
 * @param unknown why it can't be told, empty if it can
 */
record Stake(Money gross, Money net, Money margin, String unknown) {
  private static final Quantity NOTHING = Quantity.ZERO;

  boolean isKnown() {
    return unknown.isEmpty();
  }

  /**
   * Values exposures in the account's currency at last mids.
   *
   * @param special the instrument that has a price of its own, and that price
   */
  static Stake of(
      Map<InstrumentId, Exposure> exposures,
      InstrumentId special,
      Price specialPrice,
      Market market,
      Currency currency,
      Instant now) {
    Money gross = Money.zero(currency);
    Money bought = Money.zero(currency);
    Money sold = Money.zero(currency);
    Money margin = Money.zero(currency);
    for (Map.Entry<InstrumentId, Exposure> each : exposures.entrySet()) {
      InstrumentId id = each.getKey();
      InstrumentDefined instrument = market.instrument(id);
      Market.Quoted quoted = market.quote(id);
      Optional<Price> rate =
          instrument == null
              ? Optional.empty()
              : market.rate(instrument.quoteCurrency(), currency, now);
      if (instrument == null || quoted == null || rate.isEmpty()) {
        return notKnown("no " + (quoted == null ? "quote of " : "rate for ") + id, currency);
      }
      Price price = id.equals(special) ? specialPrice : quoted.tick().mid();
      Quantity most = furthest(each.getValue());
      Quantity buys = each.getValue().furthest(Side.BUY);
      Quantity sells = each.getValue().furthest(Side.SELL);
      gross = gross.plus(instrument.value(most, price).abs().convert(rate.get(), currency));
      bought = bought.plus(instrument.value(buys, price).convert(rate.get(), currency));
      sold = sold.plus(instrument.value(sells, price).convert(rate.get(), currency));
      margin = margin.plus(InitialMargin.of(instrument, most, price).convert(rate.get(), currency));
    }
    Money net = bought.compareTo(sold) >= 0 ? bought : sold;
    return new Stake(gross, net.abs(), margin, "");
  }

  private static Quantity furthest(Exposure exposure) {
    Quantity buy = exposure.furthest(Side.BUY);
    Quantity sell = exposure.furthest(Side.SELL);
    Quantity most = buy.compareTo(sell) >= 0 ? buy : sell;
    return most.signum() > 0 ? most : NOTHING;
  }

  private static Stake notKnown(String why, Currency currency) {
    Money nothing = Money.zero(currency);
    return new Stake(nothing, nothing, nothing, why);
  }
}
