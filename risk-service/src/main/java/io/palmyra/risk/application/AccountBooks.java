package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.SavedState;
import io.palmyra.platform.lane.AccountPartitions;
import io.palmyra.risk.application.control.RequestedHalts;
import io.palmyra.risk.application.control.WantedHalt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The accounts of the partitions that this instance owns, in memory. Owned by the lane's thread:
 * loaded when a partition opens, dropped when it closes, written once a commit.
 */
public final class AccountBooks {
  private final RiskStore store;
  private final RequestedHalts requests;
  private final Function<AccountId, Optional<Currency>> currencies;
  private final Map<Integer, Map<AccountId, AccountBook>> books = new HashMap<>();
  private final Set<AccountBook> changed = new LinkedHashSet<>();
  private final Map<String, Integer> unplaced = new HashMap<>();

  /**
   * @param currencies base currency of an account; empty if this suite does not trade it
   */
  public AccountBooks(
      RiskStore store,
      RequestedHalts requests,
      Function<AccountId, Optional<Currency>> currencies) {
    this.store = store;
    this.requests = requests;
    this.currencies = currencies;
  }

  /** Loads a partition. */
  public void open(int partition) {
    var loaded = new HashMap<AccountId, AccountBook>();
    store
        .load(partition)
        .forEach((account, saved) -> loaded.put(account, book(partition, account, saved)));
    books.put(partition, loaded);
    for (WantedHalt halt : store.wantedHalts(partition)) {
      unplaced.put(halt.key(), partition);
      requests.request(halt);
    }
  }

  /** Drops a partition and all that was not written. */
  public void close(int partition) {
    Map<AccountId, AccountBook> dropped = books.remove(partition);
    if (dropped != null) {
      changed.removeAll(dropped.values());
    }
    unplaced.values().removeIf(of -> of == partition);
  }

  /** The book of an account whose partition is open; it is written at the next commit. */
  AccountBook of(AccountId account) {
    int partition = AccountPartitions.of(account);
    Map<AccountId, AccountBook> open = books.get(partition);
    if (open == null) {
      throw new IllegalStateException("partition " + partition + " is not open");
    }
    AccountBook book =
        open.computeIfAbsent(account, absent -> book(partition, absent, SavedState.NONE));
    changed.add(book);
    return book;
  }

  /** Accounts that this suite trades and of which something is due; to look at, not to change. */
  List<AccountId> due(Predicate<AccountBook> isDue) {
    return books.values().stream()
        .flatMap(open -> open.values().stream())
        .filter(AccountBook::configured)
        .filter(isDue)
        .map(book -> book.state().account())
        .toList();
  }

  /** Asks for a halt; the wish is written with the commit and placed whatever happens after. */
  void want(WantedHalt halt) {
    of(halt.account()).wants(halt);
    unplaced.put(halt.key(), AccountPartitions.of(halt.account()));
    requests.request(halt);
  }

  /** Writes what changed; inside the transaction, before its commit. */
  public void save() {
    if (!changed.isEmpty()) {
      var changes = new ArrayList<RiskStore.Changes>();
      changed.forEach(book -> changes.add(book.takeChanges()));
      changed.clear();
      store.save(changes);
    }
    List<String> placed = unplaced.keySet().stream().filter(requests::isPlaced).toList();
    if (!placed.isEmpty()) {
      store.placed(placed);
      placed.forEach(unplaced::remove);
    }
  }

  private AccountBook book(int partition, AccountId account, SavedState saved) {
    Optional<Currency> currency = currencies.apply(account);
    return new AccountBook(
        partition,
        new RiskState(account, currency.orElse(Currency.USD), saved),
        currency.isPresent());
  }
}
