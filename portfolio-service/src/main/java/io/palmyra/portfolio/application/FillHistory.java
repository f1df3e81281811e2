package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.AccountId;
import java.util.Collection;
import java.util.List;

/** Reads fills as they hold now. */
public interface FillHistory {
  /** The newest fills of accounts, the newest first. */
  List<BookedFill> newest(Collection<AccountId> accounts, int limit);
}
