package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashReported;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Money;
import io.palmyra.platform.lane.LaneTransaction;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells on {@code account-events} what cash the venue reports where all else agrees, for portfolio
 * to compare: execution keeps no cash of its own. The same is told once. Asked by the account's own
 * thread.
 */
final class CashReports {
  private final AccountIdentity identity;
  private final OrderMemory memory;
  private final LaneAccess lane;
  private final Clocks clocks;
  private volatile @Nullable List<Money> told;

  CashReports(AccountIdentity identity, OrderMemory memory, LaneAccess lane, Clocks clocks) {
    this.identity = identity;
    this.memory = memory;
    this.lane = lane;
    this.clocks = clocks;
  }

  /**
   * Tells it, unless something was applied since.
   *
   * @param sequence of the venue's, at which it reported the cash
   * @throws IOException if the lane did not take it
   */
  void tell(List<Money> cash, long sequence) throws IOException {
    if (!cash.equals(told)) {
      Reconciliation.await(lane.submit(tx -> tell(cash, sequence, tx)));
    }
  }

  private void tell(List<Money> cash, long sequence, LaneTransaction tx) {
    if (memory.venueSequence() != sequence) {
      return;
    }
    var now = clocks.instant();
    tx.publish(
        Topic.ACCOUNT_EVENTS,
        identity.account(),
        new CashReported(
            identity.account(), cash, tx.lastSequence(Topic.FILLS, identity.account()), now),
        now);
    tx.afterCommit(() -> told = cash);
  }
}
