package io.palmyra.core.conversion;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Converts money at last mids: directly, inversely, or with one cross through USD, tried in that
 * order. Where a rate is missing or stale there is no answer, never a guess.
 *
 * @param mids the last mids
 * @param maximumAge by market time, after which a mid is stale
 */
public record CurrencyConversion(LastMids mids, Duration maximumAge) {
  private static final Price ONE = new Price(1, 0);

  public CurrencyConversion {
    Objects.requireNonNull(mids, "mids");
    if (!maximumAge.isPositive()) {
      throw new IllegalArgumentException("maximumAge " + maximumAge + " is not above zero");
    }
  }

  /**
   * Units of {@code to} for one unit of {@code from}; 12 decimal places, or the quote's own where
   * it is used as it stands.
   *
   * @param now market time of the decision
   */
  public Optional<Price> rate(Currency from, Currency to, Instant now) {
    if (from.equals(to)) {
      return Optional.of(ONE);
    }
    Optional<Price> direct = quoted(from, to, now);
    if (direct.isPresent() || from.equals(Currency.USD) || to.equals(Currency.USD)) {
      return direct;
    }
    return quoted(from, Currency.USD, now)
        .flatMap(
            toDollar ->
                quoted(Currency.USD, to, now).map(fromDollar -> product(toDollar, fromDollar)));
  }

  /** The amount in another currency at {@link #rate}, rounded HALF_EVEN to 8 places. */
  public Optional<Money> convert(Money amount, Currency to, Instant now) {
    return rate(amount.currency(), to, now).map(rate -> amount.convert(rate, to));
  }

  private Optional<Price> quoted(Currency from, Currency to, Instant now) {
    Optional<Price> price = fresh(new CurrencyPair(from, to), now);
    return price.isPresent()
        ? price
        : fresh(new CurrencyPair(to, from), now).map(CurrencyConversion::inverse);
  }

  private Optional<Price> fresh(CurrencyPair pair, Instant now) {
    LastMids.Mid mid = mids.mid(pair);
    return mid == null || mid.time().plus(maximumAge).isBefore(now)
        ? Optional.empty()
        : Optional.of(mid.price());
  }

  private static Price inverse(Price price) {
    // The division spans 18 places in all: what the quote takes, the result lacks.
    int scale = Math.min(FixedPoint.MAX_SCALE, 18 - price.scale());
    return new Price(FixedPoint.divide(1, 0, price.mantissa(), price.scale(), scale), scale);
  }

  private static Price product(Price a, Price b) {
    int drop = Math.max(0, a.scale() + b.scale() - FixedPoint.MAX_SCALE);
    return new Price(
        FixedPoint.multiply(a.mantissa(), b.mantissa(), drop), a.scale() + b.scale() - drop);
  }
}
