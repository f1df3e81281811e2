package io.palmyra.core.venue;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.margin.InitialMargin;
import java.util.Optional;

/**
 * What the venue checks before it takes an order up: the instrument's steps and bounds, and a
 * simple margin rule: the initial margin of all positions and of the order may not exceed equity.
 */
final class Admission {
  private final Market market;

  Admission(Market market) {
    this.market = market;
  }

  /** The first reason against an order, empty if there is none. */
  Optional<Refusal> refuse(VenueOrderRequest request, VenueBooks books) {
    Optional<InstrumentDefined> known = market.instrument(request.instrument());
    if (known.isEmpty()) {
      return refusal("UNKNOWN_INSTRUMENT", request.instrument() + " is not traded here");
    }
    InstrumentDefined instrument = known.get();
    Optional<Refusal> form = form(request, instrument);
    return form.isPresent() || reduces(request, books)
        ? form
        : request.reduceOnly()
            ? refusal("REDUCE_ONLY", "there is nothing that it would reduce")
            : margin(request, instrument, books);
  }

  private static Optional<Refusal> form(VenueOrderRequest request, InstrumentDefined instrument) {
    Quantity quantity = request.quantity();
    if (!quantity.isMultipleOf(instrument.lotSize())
        || quantity.compareTo(instrument.minimumQuantity()) < 0
        || quantity.compareTo(instrument.maximumQuantity()) > 0) {
      return refusal(
          "QUANTITY",
          quantity
              + " is not a multiple of "
              + instrument.lotSize()
              + " from "
              + instrument.minimumQuantity()
              + " to "
              + instrument.maximumQuantity());
    }
    for (Price price :
        new Price[] {request.limitPrice(), request.stopPrice(), request.trailingOffset()}) {
      if (price != null && !price.isMultipleOf(instrument.tickSize())) {
        return refusal("PRICE", price + " is not a multiple of " + instrument.tickSize());
      }
    }
    return Optional.empty();
  }

  private static boolean reduces(VenueOrderRequest request, VenueBooks books) {
    Quantity held = books.position(request.instrument());
    return held.signum() == -request.side().sign() && request.quantity().compareTo(held.abs()) <= 0;
  }

  private Optional<Refusal> margin(
      VenueOrderRequest request, InstrumentDefined instrument, VenueBooks books) {
    Currency base =
        books
            .opening()
            .map(record -> ((VenueEvent.Opened) record.event()).cash().currency())
            .orElse(Currency.USD);
    Money equity = Money.zero(base);
    for (Money cash : books.cash()) {
      Optional<Money> converted = market.convert(cash, base);
      if (converted.isEmpty()) {
        return refusal("NO_RATE", "no rate of " + cash.currency() + " in " + base);
      }
      equity = equity.plus(converted.get());
    }
    Optional<Money> used = Optional.of(Money.zero(base));
    for (InstrumentId held : books.instruments()) {
      Optional<InstrumentDefined> defined = market.instrument(held);
      Optional<QuoteTick> quote = market.quote(held);
      if (books.position(held).signum() == 0 || defined.isEmpty() || quote.isEmpty()) {
        continue;
      }
      Optional<Money> worth = market.convert(books.worth(held, quote.get().mid()), base);
      equity = worth.map(equity::plus).orElse(equity);
      used =
          plus(
              used,
              market.convert(
                  InitialMargin.of(defined.get(), books.position(held).abs(), quote.get().mid()),
                  base));
    }
    Optional<Price> price = price(request);
    if (price.isEmpty()) {
      return refusal("NO_PRICE", "there is no quote of " + request.instrument() + " yet");
    }
    Optional<Money> needed =
        plus(
            used,
            market.convert(InitialMargin.of(instrument, request.quantity(), price.get()), base));
    if (needed.isEmpty()) {
      return refusal("NO_RATE", "no rate of " + instrument.quoteCurrency() + " in " + base);
    }
    return needed.get().compareTo(equity) > 0
        ? refusal("MARGIN", needed.get() + " needed, " + equity + " there")
        : Optional.empty();
  }

  private Optional<Price> price(VenueOrderRequest request) {
    Price own = request.limitPrice() == null ? request.stopPrice() : request.limitPrice();
    return own != null ? Optional.of(own) : market.quote(request.instrument()).map(QuoteTick::mid);
  }

  private static Optional<Money> plus(Optional<Money> sum, Optional<Money> more) {
    return sum.flatMap(amount -> more.map(amount::plus));
  }

  private static Optional<Refusal> refusal(String code, String detail) {
    return Optional.of(new Refusal(code, detail));
  }
}
