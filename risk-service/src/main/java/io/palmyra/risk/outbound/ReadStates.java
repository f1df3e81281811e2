package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.AppliedFill;
import io.palmyra.core.risk.DecidedSignal;
import io.palmyra.core.risk.Holding;
import io.palmyra.core.risk.OpenOrder;
import io.palmyra.core.risk.SavedState;
import io.palmyra.core.risk.parent.Parent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the rows of several tables into one state an account. */
final class ReadStates {
  /** What was read of one account. */
  static final class OfAccount {
    final Map<InstrumentId, Quantity> positions = new HashMap<>();
    final Map<Holding, Quantity> holdings = new HashMap<>();
    final List<OpenOrder> orders = new ArrayList<>();
    final List<DecidedSignal> signals = new ArrayList<>();
    final List<AppliedFill> fills = new ArrayList<>();

    final List<Parent> parents = new ArrayList<>();

    private SavedState state() {
      return new SavedState(positions, holdings, orders, signals, fills, parents);
    }
  }

  private final Map<AccountId, OfAccount> accounts = new HashMap<>();

  OfAccount of(AccountId account) {
    return accounts.computeIfAbsent(account, _ -> new OfAccount());
  }

  Map<AccountId, SavedState> states() {
    var states = new HashMap<AccountId, SavedState>();
    accounts.forEach((account, read) -> states.put(account, read.state()));
    return states;
  }
}
