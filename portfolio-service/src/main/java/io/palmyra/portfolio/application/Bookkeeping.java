package io.palmyra.portfolio.application;

import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.account.CashReported;
import io.palmyra.contracts.account.DividendPaid;
import io.palmyra.contracts.account.FeeCharged;
import io.palmyra.contracts.account.FundingPaid;
import io.palmyra.contracts.account.SplitApplied;
import io.palmyra.contracts.account.SwapCharged;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.portfolio.Books;
import io.palmyra.core.portfolio.CashCheck;
import io.palmyra.platform.poison.HaltRequests;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Books fills and account events, each once. Used by the lane's thread only; its memory is dropped
 * and loaded anew with the partition.
 */
public final class Bookkeeping {
  private final LedgerStore store;
  private final Instruments instruments;
  private final Appraisal appraisal;
  private final HaltRequests halts;
  private final Map<AccountId, Ledger> ledgers = new HashMap<>();
  private final Map<AccountId, CashCheck> checks = new HashMap<>();
  private final Map<AccountId, Integer> partitions = new HashMap<>();
  private final Map<AccountId, Set<InstrumentId>> changed = new HashMap<>();

  /**
   * @param appraisal tells the rate under which a fill is booked
   * @param halts hears of cash that is another than the venue's
   */
  public Bookkeeping(
      LedgerStore store, Instruments instruments, Appraisal appraisal, HaltRequests halts) {
    this.store = store;
    this.instruments = instruments;
    this.appraisal = appraisal;
    this.halts = halts;
  }

  /** Loads the books of a partition's accounts. */
  public void load(int partition) {
    drop(partition);
    for (Ledger ledger : store.ofPartition(partition)) {
      ledgers.put(ledger.account(), ledger);
      partitions.put(ledger.account(), partition);
    }
  }

  /** Forgets the books of a partition's accounts, and what was not saved. */
  public void drop(int partition) {
    for (AccountId account : List.copyOf(partitions.keySet())) {
      if (partition == partitions.getOrDefault(account, -1)) {
        ledgers.remove(account);
        checks.remove(account);
        partitions.remove(account);
        changed.remove(account);
      }
    }
  }

  /** Books what stands on {@code fills}. */
  public void book(FillMessage message, int partition, long sequence) {
    Ledger ledger = ledger(message.account(), partition);
    Books books =
        switch (message) {
          case FillRecorded fill -> booked(ledger.books(), fill);
          case FillAmended amendment -> amended(ledger.books(), amendment);
        };
    Ledger booked = ledger.with(books).upTo(sequence);
    put(booked, message.instrument());
    halted(message.account(), check(message.account()).filled(books, booked.fillSequence()));
  }

  /** Compares with what cash the venue reports. */
  public void compare(CashReported report, int partition) {
    Ledger ledger = ledger(report.account(), partition);
    halted(
        report.account(),
        check(report.account()).reported(report, ledger.books(), ledger.fillSequence()));
  }

  private CashCheck check(AccountId account) {
    return checks.computeIfAbsent(account, _ -> new CashCheck());
  }

  private void halted(AccountId account, Optional<String> difference) {
    difference.ifPresent(differs -> halts.requestHalt(account, "CASH", differs));
  }

  private Books booked(Books books, FillRecorded fill) {
    InstrumentDefined instrument = instruments.require(fill.instrument());
    Price rate = appraisal.rate(fill.account(), instrument.quoteCurrency()).orElse(null);
    return store.record(fill, rate) ? books.apply(fill, instrument) : books;
  }

  private Books amended(Books books, FillAmended amendment) {
    store.amend(amendment);
    return books.rebuilt(
        instruments.require(amendment.instrument()),
        store.entries(amendment.account(), amendment.instrument()));
  }

  /** Books what stands on {@code account-events}. */
  public void book(AccountEvent event, int partition) {
    Ledger ledger = ledger(event.account(), partition);
    InstrumentId instrument = instrumentOf(event);
    if (!store.record(event)) {
      return;
    }
    check(event.account()).booked();
    Books books =
        instrument == null
            ? ledger.books().apply(event)
            : ledger
                .books()
                .apply(Books.entryOf(event).orElseThrow(), instruments.require(instrument));
    put(ledger.with(books), instrument);
  }

  private static @Nullable InstrumentId instrumentOf(AccountEvent event) {
    return switch (event) {
      case CashDeposited _, FeeCharged _ -> null;
      case FundingPaid funding -> funding.instrument();
      case SwapCharged swap -> swap.instrument();
      case DividendPaid dividend -> dividend.instrument();
      case SplitApplied split -> split.instrument();
    };
  }

  /** Writes what was changed, and says which ledgers that were. */
  public List<Ledger> save() {
    List<LedgerStore.Change> changes =
        changed.entrySet().stream()
            .map(
                entry ->
                    new LedgerStore.Change(
                        ledger(entry.getKey(), -1),
                        partitions.getOrDefault(entry.getKey(), -1),
                        Set.copyOf(entry.getValue())))
            .toList();
    store.save(changes);
    changed.clear();
    return changes.stream().map(LedgerStore.Change::ledger).toList();
  }

  /** The books of all accounts of open partitions. */
  public Collection<Ledger> open() {
    return List.copyOf(ledgers.values());
  }

  private Ledger ledger(AccountId account, int partition) {
    return Optional.ofNullable(ledgers.get(account))
        .orElseGet(
            () -> {
              partitions.put(account, partition);
              return Ledger.of(account);
            });
  }

  private void put(Ledger ledger, @Nullable InstrumentId instrument) {
    ledgers.put(ledger.account(), ledger);
    Set<InstrumentId> touched = changed.computeIfAbsent(ledger.account(), _ -> new HashSet<>());
    if (instrument != null) {
      touched.add(instrument);
    }
  }
}
