package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.core.risk.protection.BracketExit;
import io.palmyra.platform.lane.AccountPartitions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exits that orders of the open partitions asked for, in memory. Owned by the lane's thread:
 * loaded when a partition opens, dropped when it closes, written once a commit.
 */
public final class Brackets {
  private final BracketStore store;
  private final Map<AccountId, Map<SignalId, BracketExit>> exits = new HashMap<>();
  private final Map<SignalId, AccountId> changed = new LinkedHashMap<>();

  /** Kept in a store. */
  public Brackets(BracketStore store) {
    this.store = store;
  }

  /** Loads a partition. */
  public void open(int partition) {
    store.of(partition).forEach(held -> of(held.account()).put(held.exit().entry(), held.exit()));
  }

  /** Drops a partition and all that was not written. */
  public void close(int partition) {
    exits.keySet().removeIf(account -> AccountPartitions.of(account) == partition);
    changed.values().removeIf(account -> AccountPartitions.of(account) == partition);
  }

  /** Writes what changed; inside the transaction, before its commit. */
  public void save() {
    changed.forEach(
        (entry, account) -> {
          BracketExit exit = of(account).get(entry);
          if (exit == null) {
            store.remove(entry);
          } else {
            store.save(account, AccountPartitions.of(account), exit);
          }
        });
    changed.clear();
  }

  /** An order was accepted: what it asks for holds from its first fill on. */
  void entered(OrderRequested order) {
    BracketExit.of(order).ifPresent(exit -> put(order.account(), exit));
  }

  /** The exits of an account's orders. */
  List<BracketExit> all(AccountId account) {
    return List.copyOf(of(account).values());
  }

  @Nullable BracketExit find(AccountId account, SignalId entry) {
    return of(account).get(entry);
  }

  void put(AccountId account, BracketExit exit) {
    if (!exit.equals(of(account).put(exit.entry(), exit))) {
      changed.put(exit.entry(), account);
    }
  }

  void remove(AccountId account, SignalId entry) {
    if (of(account).remove(entry) != null) {
      changed.put(entry, account);
    }
  }

  /** Whether something of an account waits to be written. */
  boolean isUnwritten(AccountId account) {
    return changed.containsValue(account);
  }

  private Map<SignalId, BracketExit> of(AccountId account) {
    return exits.computeIfAbsent(account, _ -> new LinkedHashMap<>());
  }
}
