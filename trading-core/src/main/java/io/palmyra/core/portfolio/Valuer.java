package io.palmyra.core.portfolio;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.conversion.CurrencyConversion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values books in their account's base currency.
 *
 * @param base the account's currency
 * @param conversion of the other currencies
 * @param marks last mid of an instrument, empty while it is not known or stale
 */
public record Valuer(
    Currency base, CurrencyConversion conversion, Function<InstrumentId, Optional<Price>> marks) {

  /** The books' worth at a moment of market time. */
  public Valuation value(Books books, Instant now) {
    List<MarkedPosition> marked =
        books.positions().stream()
            .map(
                position ->
                    new MarkedPosition(position, marks.apply(position.instrument()).orElse(null)))
            .toList();
    List<Money> cash = books.cash().amounts();
    return new Valuation(
        total(cash, now),
        equity(cash, marked, now),
        total(books.realizedPnl().amounts(), now),
        total(eachOf(marked, MarkedPosition::unrealizedPnl), now),
        total(books.fees().amounts(), now),
        marked);
  }

  private @Nullable Money equity(List<Money> cash, List<MarkedPosition> marked, Instant now) {
    Money held = total(cash, now);
    Money open = total(eachOf(marked, MarkedPosition::value), now);
    return held == null || open == null ? null : held.plus(open);
  }

  private static List<@Nullable Money> eachOf(
      List<MarkedPosition> marked, Function<MarkedPosition, @Nullable Money> amount) {
    List<@Nullable Money> amounts = new ArrayList<>();
    marked.forEach(position -> amounts.add(amount.apply(position)));
    return amounts;
  }

  /** The sum in the base currency, null if an amount is not known or has no rate. */
  private @Nullable Money total(List<? extends @Nullable Money> amounts, Instant now) {
    Money sum = Money.zero(base);
    for (Money amount : amounts) {
      Optional<Money> converted = amount == null ? Optional.empty() : inBase(amount, now);
      if (converted.isEmpty()) {
        return null;
      }
      sum = sum.plus(converted.get());
    }
    return sum;
  }

  private Optional<Money> inBase(Money amount, Instant now) {
    // Nothing is nothing in every currency, whether its rate is known or not.
    return amount.signum() == 0
        ? Optional.of(Money.zero(base))
        : conversion.convert(amount, base, now);
  }
}
