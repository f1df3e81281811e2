package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import java.util.List;

/** What risk does by itself when its time has come. Called by the lane's thread. */
public interface TimedWork {
  /** Accounts that have something to do now; looks and changes nothing that is stored. */
  List<AccountId> due();

  /** Does what an account has to do now; inside the lane's transaction. */
  List<Decided> work(AccountId account);
}
