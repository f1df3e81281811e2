package io.palmyra.risk.application.override;

import io.palmyra.contracts.id.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where overrides are kept. */
public interface OverrideStore {
  /** Keeps one that is new. */
  void propose(OrderOverride proposed);

  /** One of them. */
  Optional<OrderOverride> find(String id);

  /** Those of accounts, at least one, newest first. */
  List<OrderOverride> latest(Collection<AccountId> accounts, int limit);

  /**
   * Ends one that waits; within the running transaction if there is one.
   *
   * @return false if it does not wait any more
   */
  boolean decide(OrderOverride decided);
}
