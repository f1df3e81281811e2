package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.portfolio.Valuation;
import io.palmyra.platform.settings.AccountSettings;
import java.util.List;
import java.util.Optional;

/**
 * The books as they were last committed, whichever instance keeps them, at this instance's marks.
 *
 * @param accounts that this suite trades
 * @param store of the books
 * @param appraisal of their worth
 */
public record Holdings(List<AccountSettings> accounts, LedgerStore store, Appraisal appraisal) {
  public Holdings {
    accounts = List.copyOf(accounts);
  }

  /** The ledger of an account, empty of entries if nothing was ever booked. */
  public Ledger of(AccountId account) {
    return store.ofAccount(account).orElseGet(() -> Ledger.of(account));
  }

  /** What a ledger is worth now, empty for an account that this suite does not trade. */
  public Optional<Valuation> worth(Ledger ledger) {
    return appraisal.of(ledger.books());
  }
}
