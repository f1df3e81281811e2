package io.palmyra.risk.application;

import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.RiskState;
import io.palmyra.risk.application.control.WantedHalt;
import java.util.ArrayList;
import java.util.List;

/** One account in memory, with what of it waits to be written. Owned by the lane's thread. */
final class AccountBook {
  private final int partition;
  private final RiskState state;
  private final boolean configured;
  private final List<RiskDecision> decisions = new ArrayList<>();
  private final List<WantedHalt> halts = new ArrayList<>();

  AccountBook(int partition, RiskState state, boolean configured) {
    this.partition = partition;
    this.state = state;
    this.configured = configured;
  }

  RiskState state() {
    return state;
  }

  /** Whether the account is one of those that this suite trades. */
  boolean configured() {
    return configured;
  }

  void decided(RiskDecision decision) {
    state.apply(decision);
    decisions.add(decision);
  }

  void wants(WantedHalt halt) {
    halts.add(halt);
  }

  RiskStore.Changes takeChanges() {
    var changes =
        new RiskStore.Changes(
            state.account(),
            partition,
            state.takeChanges(),
            List.copyOf(decisions),
            List.copyOf(halts));
    decisions.clear();
    halts.clear();
    return changes;
  }
}
