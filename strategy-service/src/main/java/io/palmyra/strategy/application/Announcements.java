package io.palmyra.strategy.application;

import io.palmyra.contracts.id.AccountId;
import java.util.List;

/** Tells others of changes. Returns at once; what cannot be told is logged. */
public interface Announcements {
  /** Puts a change on the audit. */
  void changed(InstanceChange change);

  /** Raises an alert: the instance stopped by itself. */
  void failed(StrategyInstance instance);

  /** Says how much capital each instance of an account may use. */
  void allocated(AccountId account, List<StrategyInstance> instances);
}
