package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.SavedState;
import io.palmyra.risk.application.control.WantedHalt;
import java.util.List;
import java.util.Map;

/** Where the state of accounts is kept. Called inside the lane's transactions only. */
public interface RiskStore {
  /** The state of every account of a partition. */
  Map<AccountId, SavedState> load(int partition);

  /** Halts of a partition's accounts that were asked for and may not stand on control yet. */
  List<WantedHalt> wantedHalts(int partition);

  /** Writes what changed, in few batches whatever the number of accounts and changes. */
  void save(List<Changes> changes);

  /** Notes that halts that were asked for stand on control. */
  void placed(List<String> haltKeys);

  /**
   * What changed of an account.
   *
   * @param account whose
   * @param partition of the account
   * @param state positions, orders, fills and signals that changed
   * @param decisions made, in order
   * @param halts asked for
   */
  record Changes(
      AccountId account,
      int partition,
      SavedState state,
      List<RiskDecision> decisions,
      List<WantedHalt> halts) {}
}
