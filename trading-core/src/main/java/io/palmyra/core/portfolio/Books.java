package io.palmyra.core.portfolio;

import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.account.DividendPaid;
import io.palmyra.contracts.account.FeeCharged;
import io.palmyra.contracts.account.FundingPaid;
import io.palmyra.contracts.account.SplitApplied;
import io.palmyra.contracts.account.SwapCharged;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The books of one account. Immutable: each change gives new books, and the same entries in the
 * same order always give equal ones. Whoever applies an entry sees to it that it is applied once.
 *
 * @param account whose
 * @param positions one for each instrument ever held, in the order of the instruments' names
 * @param deposits what came from outside and went there
 * @param charges fees apart from fills; above 0 was paid
 */
public record Books(
    AccountId account, List<Position> positions, Balances deposits, Balances charges) {
  public Books {
    positions =
        positions.stream()
            .sorted(Comparator.comparing(position -> position.instrument().value()))
            .toList();
  }

  /** The books of an account in which nothing happened yet. */
  public static Books of(AccountId account) {
    return new Books(account, List.of(), Balances.NONE, Balances.NONE);
  }

  /** The books after a fill. */
  public Books apply(FillRecorded fill, InstrumentDefined instrument) {
    return apply(PositionEntry.Filled.of(fill), instrument);
  }

  /** The books after an entry of one instrument. */
  public Books apply(PositionEntry entry, InstrumentDefined instrument) {
    return with(
        position(instrument.instrument()).orElseGet(() -> Position.in(instrument)).apply(entry));
  }

  /**
   * The books after a deposit or a fee that belongs to no instrument.
   *
   * @throws IllegalArgumentException if the event belongs to an instrument; see {@link #entryOf}
   */
  public Books apply(AccountEvent event) {
    return switch (event) {
      case CashDeposited deposit ->
          new Books(account, positions, deposits.plus(deposit.amount()), charges);
      case FeeCharged fee -> new Books(account, positions, deposits, charges.plus(fee.amount()));
      case FundingPaid _, SwapCharged _, DividendPaid _, SplitApplied _ ->
          throw new IllegalArgumentException(event.reference() + " belongs to an instrument");
    };
  }

  /** What an account event does to its instrument's position, empty if it belongs to none. */
  public static Optional<PositionEntry> entryOf(AccountEvent event) {
    return switch (event) {
      case CashDeposited _, FeeCharged _ -> Optional.empty();
      case FundingPaid funding -> Optional.of(new PositionEntry.Cost(funding.amount()));
      case SwapCharged swap -> Optional.of(new PositionEntry.Cost(swap.amount()));
      case DividendPaid dividend -> Optional.of(new PositionEntry.Income(dividend.amount()));
      case SplitApplied split -> Optional.of(new PositionEntry.Split(split.newUnits()));
    };
  }

  /**
   * The books with one position made anew from all its entries, which a change of an old fill
   * needs.
   *
   * @param entries all of the instrument, the oldest first, as they hold now
   */
  public Books rebuilt(InstrumentDefined instrument, Collection<PositionEntry> entries) {
    Position position = Position.in(instrument);
    for (PositionEntry entry : entries) {
      position = position.apply(entry);
    }
    return with(position);
  }

  /** The position in an instrument, empty if it was never held. */
  public Optional<Position> position(InstrumentId instrument) {
    return positions.stream()
        .filter(position -> position.instrument().equals(instrument))
        .findFirst();
  }

  /** Cash in every currency. */
  public Balances cash() {
    return sum(
        Stream.concat(
            Stream.of(deposits, charges.negate()), positions.stream().map(Position::cash)));
  }

  /** Realised profit by currency, fees apart. */
  public Balances realizedPnl() {
    return sum(positions.stream().map(Position::realizedPnl));
  }

  /** All fees by currency; above 0 was paid. */
  public Balances fees() {
    return sum(Stream.concat(Stream.of(charges), positions.stream().map(Position::fees)));
  }

  private static Balances sum(Stream<Balances> balances) {
    return Balances.sum(balances.toList());
  }

  private Books with(Position changed) {
    List<Position> others =
        positions.stream()
            .filter(position -> !position.instrument().equals(changed.instrument()))
            .toList();
    return new Books(
        account, Stream.concat(others.stream(), Stream.of(changed)).toList(), deposits, charges);
  }
}
