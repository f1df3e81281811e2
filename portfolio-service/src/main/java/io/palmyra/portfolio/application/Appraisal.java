package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.portfolio.Books;
import io.palmyra.core.portfolio.Valuation;
import io.palmyra.core.portfolio.Valuer;
import java.util.Map;
import java.util.Optional;

/**
 * What books are worth now, in their account's currency.
 *
 * @param market the marks and rates
 * @param bases the currency of each account that this suite trades
 */
public record Appraisal(Market market, Map<AccountId, Currency> bases) {
  public Appraisal {
    bases = Map.copyOf(bases);
  }

  /** The worth of books, empty for an account that this suite does not trade. */
  public Optional<Valuation> of(Books books) {
    return Optional.ofNullable(bases.get(books.account()))
        .map(
            base ->
                new Valuer(base, market.conversion(), market::mark).value(books, market.time()));
  }

  /** Units of the account's currency for one of another, empty if not known. */
  public Optional<Price> rate(AccountId account, Currency from) {
    return Optional.ofNullable(bases.get(account))
        .flatMap(base -> market.conversion().rate(from, base, market.time()));
  }
}
