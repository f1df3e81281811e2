package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.core.risk.parent.Parent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Orders that are or were worked off in children, for people. */
public interface ParentLog {
  /** Those of accounts, at least one, newest first. */
  List<OfAccount> latest(Collection<AccountId> accounts, int limit);

  /** The one of a name. */
  Optional<OfAccount> named(ClientOrderId id);

  /** A parent as it was last stored, and whose it is. */
  record OfAccount(AccountId account, Parent parent) {}
}
