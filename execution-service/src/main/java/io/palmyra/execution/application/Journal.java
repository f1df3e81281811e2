package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The durable journal of orders. The writes of a turn are gathered and written in batches within
 * its transaction, each under the epoch of the owner; the database refuses an old one.
 */
public interface Journal {
  /**
   * What an owner finds of an account.
   *
   * @param open orders that are not final, with their fills
   * @param known names of the newest orders, final ones included
   * @param canceledBefore cancels that came before their orders, with their reasons
   * @param venueSequence of the last notice applied
   */
  record Found(
      List<Order> open,
      Set<ClientOrderId> known,
      Map<ClientOrderId, String> canceledBefore,
      long venueSequence) {}

  /**
   * What one transaction changes.
   *
   * @param inserted new orders
   * @param updated orders that moved on
   * @param fills new fills
   * @param corrections what holds now of fills that the venue took back or changed
   * @param canceledBefore cancels that came before their orders
   * @param deposits new bookings
   * @param venueSequence of the last notice applied
   */
  record Changes(
      Collection<Order> inserted,
      Collection<Order> updated,
      Collection<FillRecorded> fills,
      Collection<FillAmended> corrections,
      Map<ClientOrderId, String> canceledBefore,
      Collection<CashDeposited> deposits,
      long venueSequence) {}

  /** Reads an account's memory. */
  Found load(AccountId account);

  /** An order by name, final or not. */
  Optional<Order> find(AccountId account, ClientOrderId id);

  /** Writes the changes of a transaction. */
  void write(AccountId account, long epoch, Changes changes, Instant now);

  /** Whether a booking was published already. */
  boolean booked(AccountId account, String reference);

  /** What the fills of an account sum up to, by instrument. */
  Map<InstrumentId, Quantity> positions(AccountId account);

  /** The venue's sequence at which the books were last found to agree, 0 if never. */
  long agreedSequence(AccountId account);

  /**
   * Notes, within a transaction, that the books agree up to a sequence; the database refuses an old
   * epoch.
   */
  void agreed(AccountId account, long epoch, long sequence);

  /** Which of these fills are in the journal. */
  Set<FillId> recorded(AccountId account, Collection<FillId> fills);

  /**
   * A fill as it holds.
   *
   * @param instrument what
   * @param quantity 0 for one that was taken back
   * @param price of it
   * @param fee of it
   */
  record StandingFill(InstrumentId instrument, Quantity quantity, Price price, Money fee) {}

  /** A fill as it holds, empty if it is not in the journal. */
  Optional<StandingFill> fill(AccountId account, FillId fill);

  /** Why an account must stay unarmed, empty if nothing holds it. */
  Optional<String> unarmed(AccountId account);

  /** Sets the flag that keeps an account unarmed until a person takes it away. */
  void unarm(AccountId account, long epoch, String code, String detail, Instant at);

  /** Takes that flag away. */
  void rearm(AccountId account, long epoch);
}
