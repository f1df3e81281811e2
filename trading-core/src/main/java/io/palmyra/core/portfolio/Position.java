package io.palmyra.core.portfolio;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentKind;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * A position in one instrument, with all that it ever did to cash. Immutable.
 *
 * @param instrument what
 * @param currency the instrument's quote currency
 * @param multiplier units of the underlying in one contract
 * @param paidInFull whether its whole price goes through cash, which it does for spot
 * @param lots what is open, the oldest first, all of one sign
 * @param closedPnl profit of what was closed, fees and income apart
 * @param traded cash that its fills moved; stays 0 unless it is paid in full
 * @param income dividends
 * @param fees of fills, funding and swaps; above 0 was paid
 */
public record Position(
    InstrumentId instrument,
    Currency currency,
    Quantity multiplier,
    boolean paidInFull,
    List<Lot> lots,
    Money closedPnl,
    Money traded,
    Balances income,
    Balances fees) {
  public Position {
    lots = List.copyOf(lots);
  }

  /** A position in which nothing happened yet. */
  public static Position in(InstrumentDefined instrument) {
    return new Position(
        instrument.instrument(),
        instrument.quoteCurrency(),
        instrument.multiplier(),
        instrument.terms().kind() == InstrumentKind.SPOT
            || instrument.terms().kind() == InstrumentKind.OUTCOME_TOKEN,
        List.of(),
        Money.zero(instrument.quoteCurrency()),
        Money.zero(instrument.quoteCurrency()),
        Balances.NONE,
        Balances.NONE);
  }

  /** The position after one entry. */
  public Position apply(PositionEntry entry) {
    return switch (entry) {
      case PositionEntry.Filled fill -> fill(fill);
      case PositionEntry.Split split ->
          with(lots.stream().map(lot -> lot.split(split.newUnits())).toList(), closedPnl, traded);
      case PositionEntry.Cost cost -> withFees(fees.plus(cost.amount()));
      case PositionEntry.Income received ->
          new Position(
              instrument,
              currency,
              multiplier,
              paidInFull,
              lots,
              closedPnl,
              traded,
              income.plus(received.amount()),
              fees);
    };
  }

  private Position fill(PositionEntry.Filled fill) {
    Position charged = withFees(fees.plus(fill.fee()));
    if (fill.quantity().signum() == 0) {
      return charged;
    }
    Quantity signed = fill.side().sign() > 0 ? fill.quantity() : fill.quantity().negate();
    Money moved =
        paidInFull ? traded.minus(fill.price().times(signed, multiplier, currency)) : traded;
    return charged.match(fill, signed, moved);
  }

  /** Closes the oldest lots of the other side first; what is left opens a lot. */
  private Position match(PositionEntry.Filled fill, Quantity signed, Money moved) {
    List<Lot> open = new ArrayList<>(lots);
    Quantity left = signed;
    Money pnl = closedPnl;
    while (left.signum() != 0
        && !open.isEmpty()
        && open.getFirst().quantity().signum() != left.signum()) {
      Lot oldest = open.removeFirst();
      Quantity matched = oldest.quantity().abs().min(left.abs());
      Quantity closed = oldest.quantity().signum() > 0 ? matched : matched.negate();
      pnl = pnl.plus(profit(closed, oldest.price(), fill.price()));
      left = left.plus(closed);
      Quantity remaining = oldest.quantity().minus(closed);
      if (remaining.signum() != 0) {
        open.addFirst(oldest.withQuantity(remaining));
      }
    }
    if (left.signum() != 0) {
      open.add(new Lot(fill.fillId(), left, fill.price(), fill.at()));
    }
    return with(open, pnl, moved);
  }

  private Money profit(Quantity signed, Price from, Price to) {
    return to.minus(from).times(signed, multiplier, currency);
  }

  /** What is open: above 0 is long, below is short. */
  public Quantity quantity() {
    Quantity sum = Quantity.ZERO;
    for (Lot lot : lots) {
      sum = sum.plus(lot.quantity());
    }
    return sum;
  }

  /** Average price of what is open, weighted by quantity; 0 when flat. */
  public Price averagePrice() {
    return AveragePrice.of(lots);
  }

  /** Profit of what is open, if it were closed at the mark. */
  public Money unrealizedPnl(Price mark) {
    Money sum = Money.zero(currency);
    for (Lot lot : lots) {
      sum = sum.plus(profit(lot.quantity(), lot.price(), mark));
    }
    return sum;
  }

  /** What it adds to the account's equity besides cash, at the mark. */
  public Money value(Price mark) {
    return paidInFull ? mark.times(quantity(), multiplier, currency) : unrealizedPnl(mark);
  }

  /** Realised profit by currency, dividends included, fees apart. */
  public Balances realizedPnl() {
    return income.plus(closedPnl);
  }

  /** What it did to cash. */
  public Balances cash() {
    return income.plus(paidInFull ? traded : closedPnl).plus(fees.negate());
  }

  private Position with(List<Lot> newLots, Money pnl, Money moved) {
    return new Position(
        instrument, currency, multiplier, paidInFull, newLots, pnl, moved, income, fees);
  }

  private Position withFees(Balances newFees) {
    return new Position(
        instrument, currency, multiplier, paidInFull, lots, closedPnl, traded, income, newFees);
  }
}
