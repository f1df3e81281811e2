package io.palmyra.core.portfolio;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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
        amounts.size() < 2
            ? List.copyOf(amounts)
            : amounts.stream().sorted(Comparator.comparing(Balances::code)).toList();
  }

  private static String code(Money amount) {
    return amount.currency().value();
  }

  /** With an amount added. */
  public Balances plus(Money amount) {
    var sums = new ArrayList<Money>(amounts);
    for (int i = 0; i < sums.size(); i++) {
      if (sums.get(i).currency().equals(amount.currency())) {
        sums.set(i, sums.get(i).plus(amount));
        return new Balances(sums);
      }
    }
    sums.add(amount);
    return new Balances(sums);
  }

  /** With an amount taken away. */
  public Balances minus(Money amount) {
    return plus(amount.negate());
  }

  /** With all amounts of another added. */
  public Balances plus(Balances other) {
    Balances sum = this;
    for (Money amount : other.amounts) {
      sum = sum.plus(amount);
    }
    return sum;
  }

  /** All amounts with their signs turned. */
  public Balances negate() {
    var negated = new ArrayList<Money>(amounts);
    negated.replaceAll(Money::negate);
    return new Balances(negated);
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
    Balances sum = NONE;
    for (Balances each : several) {
      sum = sum.plus(each);
    }
    return sum;
  }
}
