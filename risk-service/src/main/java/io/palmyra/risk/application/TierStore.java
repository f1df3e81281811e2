package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.tier.TierState;
import java.util.Map;

/** Where the tiers of accounts are kept. */
public interface TierStore {
  /** The tier of every account of a partition. */
  Map<AccountId, TierState> load(int partition);

  /** The tier of every account. */
  Map<AccountId, TierState> all();

  /** Writes an account's tier; inside the lane's transaction. */
  void save(AccountId account, int partition, TierState state);
}
