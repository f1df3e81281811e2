package io.palmyra.portfolio.application;

import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.portfolio.PositionEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the books last. All but the reading for REST happens in the lane's transaction. */
public interface LedgerStore {
  /**
   * A ledger that changed.
   *
   * @param ledger as it stands now
   * @param partition account partition that it belongs to
   * @param instruments whose positions changed
   */
  record Change(Ledger ledger, int partition, Set<InstrumentId> instruments) {}

  /** The ledgers of an account partition. */
  List<Ledger> ofPartition(int partition);

  /** The ledger of an account, empty if nothing was ever booked. */
  Optional<Ledger> ofAccount(AccountId account);

  /**
   * Writes a fill down, once.
   *
   * @param baseRate units of the account's currency for one of the instrument's, null if unknown
   * @return whether it was new
   */
  boolean record(FillRecorded fill, @Nullable Price baseRate);

  /** Writes an account event down, once, and says whether it was new. */
  boolean record(AccountEvent event);

  /**
   * Changes a fill, keeping what stood before.
   *
   * @throws IllegalStateException if there is no such fill
   */
  void amend(FillAmended amendment);

  /** All that ever changed a position, the oldest first, as it holds now. */
  List<PositionEntry> entries(AccountId account, InstrumentId instrument);

  /** Writes changed ledgers. */
  void save(Collection<Change> changes);
}
