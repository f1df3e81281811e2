package io.palmyra.core.portfolio;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Amounts of several currencies. Immutable.
 *
 * @param amounts one for each currency that ever had one, in the order of the currencies' codes
 */
public record Balances(List<Money> amounts) {
  /** Nothing of any currency. */
  public static final Balances NONE = new Balances(List.of());

  public Balances {
    amounts =
        amounts.stream().sorted(Comparator.comparing(money -> money.currency().value())).toList();
  }

  /** With an amount added. */
  public Balances plus(Money amount) {
    return sum(List.of(this, new Balances(List.of(amount))));
  }

  /** With an amount taken away. */
  public Balances minus(Money amount) {
    return plus(amount.negate());
  }

  /** With all amounts of another added. */
  public Balances plus(Balances other) {
    return sum(List.of(this, other));
  }

  /** All amounts with their signs turned. */
  public Balances negate() {
    return new Balances(amounts.stream().map(Money::negate).toList());
  }

  /** What there is of a currency. */
  public Money of(Currency currency) {
    for (Money amount : amounts) {
      if (amount.currency().equals(currency)) {
        return amount;
      }
    }
    return Money.zero(currency);
  }

  /** All of several together. */
  public static Balances sum(Collection<Balances> several) {
    Map<String, Money> sums =
        several.stream()
            .flatMap(balances -> balances.amounts.stream())
            .collect(
                Collectors.toMap(
                    money -> money.currency().value(), money -> money, Money::plus, TreeMap::new));
    return new Balances(List.copyOf(sums.values()));
  }
}
