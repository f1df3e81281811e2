package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.platform.poison.HaltRequests;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares our books with the venue's every so often while orders flow: a notice that got lost on a
 * session that lives is found here. A difference counts once it has stood for longer than anything
 * is on its way. It is repaired from the venue's records; what still differs then asks for a halt,
 * once. Asked by the account's own thread, again and again; it never waits for stillness itself.
 */
final class RepeatedReconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(RepeatedReconciliation.class);

  /** How long a difference stands before it is believed. */
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private final AccountIdentity identity;
  private final Reconciliation reconciliation;
  private final BooksComparison comparison;
  private final CashReports cash;
  private final UnknownFates fates;
  private final HaltRequests halts;
  private final Clocks clocks;
  private final long epoch;
  private final Duration every;
  private long dueNanos;
  private @Nullable BookDifferences standing;
  private long standingSinceNanos;
  private @Nullable BookDifferences repaired;
  private @Nullable BookDifferences told;

  /**
   * @param epoch under which the account is owned
   * @param every time between the end of a comparison and the beginning of the next
   */
  RepeatedReconciliation(
      AccountIdentity identity,
      Reconciliation reconciliation,
      BooksComparison comparison,
      CashReports cash,
      UnknownFates fates,
      HaltRequests halts,
      Clocks clocks,
      long epoch,
      Duration every) {
    this.identity = identity;
    this.reconciliation = reconciliation;
    this.comparison = comparison;
    this.cash = cash;
    this.fates = fates;
    this.halts = halts;
    this.clocks = clocks;
    this.epoch = epoch;
    this.every = every;
    this.dueNanos = clocks.nanos() + every.toNanos();
  }

  /**
   * Asks for orders of unknown fate, and compares the books if it is time. Where the venue or our
   * database does not answer, nothing is said of the books and the session stays: cancels of a halt
   * need it, also without a database.
   */
  void look(VenueSession session) {
    try {
      fates.look(session);
      if (clocks.nanos() - dueNanos >= 0) {
        compare(session);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("books not compared account={} cause={}", identity.account(), e.toString());
      standing = null;
      done();
    }
  }

  private void compare(VenueSession session) throws IOException {
    long now = clocks.nanos();
    Optional<BooksComparison.Compared> found = comparison.run(session);
    if (found.isEmpty()) {
      return; // Something moved meanwhile; the next look is a moment later.
    }
    BookDifferences differences = found.get().differences();
    if (differences.none()) {
      agreed(found.get(), session);
    } else if (!differences.equals(standing)) {
      standing = differences;
      standingSinceNanos = now;
    } else if (now - standingSinceNanos >= SETTLE.toNanos()) {
      settle(differences, session);
    }
  }

  private void agreed(BooksComparison.Compared compared, VenueSession session) throws IOException {
    for (CashDeposited deposit : session.deposits()) {
      reconciliation.book(deposit);
    }
    reconciliation.agreed(epoch, compared.sequence());
    cash.tell(compared.cash(), compared.sequence());
    standing = null;
    repaired = null;
    told = null;
    LOG.debug("books agree account={} sequence={}", identity.account(), compared.sequence());
    done();
  }

  private void settle(BookDifferences differences, VenueSession session) throws IOException {
    if (differences.equals(repaired)) {
      if (!differences.equals(told)) {
        told = differences;
        halts.requestHalt(identity.account(), "RECONCILIATION", differences.toString());
      }
      done();
      return;
    }
    LOG.warn("books differ account={} differences={}", identity.account(), differences);
    reconciliation.repair(differences, session);
    repaired = differences;
    standing = null;
  }

  private void done() {
    dueNanos = clocks.nanos() + every.toNanos();
  }
}
