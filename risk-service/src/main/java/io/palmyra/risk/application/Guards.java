package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.risk.protection.Guard;
import io.palmyra.platform.lane.AccountPartitions;
import io.palmyra.risk.application.GuardStore.PortfolioStop;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What watches the positions of the open partitions, in memory. Owned by the lane's thread: loaded
 * when a partition opens, dropped when it closes, written once a commit.
 */
public final class Guards {
  private final GuardStore store;
  private final Map<Position, Guard> guards = new HashMap<>();
  private final Map<AccountId, PortfolioStop> stops = new HashMap<>();
  private final Set<Position> changed = new LinkedHashSet<>();
  private final Set<AccountId> changedStops = new LinkedHashSet<>();

  /** Kept in a store. */
  public Guards(GuardStore store) {
    this.store = store;
  }

  private record Position(AccountId account, InstrumentId instrument) {}

  /** Loads a partition. */
  public void open(int partition) {
    store
        .guards(partition)
        .forEach(
            watched ->
                guards.put(new Position(watched.account(), watched.instrument()), watched.guard()));
    stops.putAll(store.stops(partition));
  }

  /** Drops a partition and all that was not written. */
  public void close(int partition) {
    guards.keySet().removeIf(position -> isOf(partition, position.account()));
    changed.removeIf(position -> isOf(partition, position.account()));
    stops.keySet().removeIf(account -> isOf(partition, account));
    changedStops.removeIf(account -> isOf(partition, account));
  }

  /** Writes what changed; inside the transaction, before its commit. */
  public void save() {
    for (Position position : changed) {
      AccountId account = position.account();
      store.save(
          account, AccountPartitions.of(account), position.instrument(), guards.get(position));
    }
    changed.clear();
    for (AccountId account : changedStops) {
      store.save(account, AccountPartitions.of(account), stops.get(account));
    }
    changedStops.clear();
  }

  @Nullable Guard of(AccountId account, InstrumentId instrument) {
    return guards.get(new Position(account, instrument));
  }

  void put(AccountId account, InstrumentId instrument, @Nullable Guard guard) {
    var position = new Position(account, instrument);
    Guard before = guard == null ? guards.remove(position) : guards.put(position, guard);
    if (guard == null ? before != null : !guard.equals(before)) {
      changed.add(position);
    }
  }

  /** Whether something of an account waits to be written. */
  boolean isUnwritten(AccountId account) {
    return changed.stream().anyMatch(position -> position.account().equals(account));
  }

  @Nullable PortfolioStop stop(AccountId account) {
    return stops.get(account);
  }

  void put(AccountId account, @Nullable PortfolioStop stop) {
    if (stop == null) {
      stops.remove(account);
    } else {
      stops.put(account, stop);
    }
    changedStops.add(account);
  }

  private static boolean isOf(int partition, AccountId account) {
    return AccountPartitions.of(account) == partition;
  }
}
