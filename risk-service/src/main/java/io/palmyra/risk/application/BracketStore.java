package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.core.risk.protection.BracketExit;
import java.util.List;

/** Where the exits that orders asked for are kept. */
public interface BracketStore {
  /** An account's exits for one order. */
  record Held(AccountId account, BracketExit exit) {}

  /** Those of a partition's accounts. */
  List<Held> of(int partition);

  /** Those of any account. */
  List<Held> all();

  /** Writes them; inside the lane's transaction. */
  void save(AccountId account, int partition, BracketExit exit);

  /** Takes away those of an order; inside the lane's transaction. */
  void remove(SignalId entry);
}
