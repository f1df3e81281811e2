package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.execution.DenyCode;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneRecord;
import io.palmyra.platform.lane.LaneTransaction;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reads an account's orders, makes them durable, and hands them to the sender after the commit. */
final class AccountLane implements LaneHandler {
  private final OrderMemory memory;
  private final OrderJournal journal;
  private final Sender sender;
  private final Clocks clocks;
  private final LongSupplier epoch;

  AccountLane(
      OrderMemory memory, OrderJournal journal, Sender sender, Clocks clocks, LongSupplier epoch) {
    this.memory = memory;
    this.journal = journal;
    this.sender = sender;
    this.clocks = clocks;
    this.epoch = epoch;
  }

  @Override
  public void opened(int partition) {
    memory.load(sender::inherited);
  }

  @Override
  public void closed(int partition) {
    memory.drop();
  }

  @Override
  public void on(LaneRecord record, LaneTransaction tx) {
    switch ((OrderCommand) record.envelope().body()) {
      case SubmitOrder submit -> {
        if (journal.admit(submit, tx)) {
          tx.afterCommit(() -> sender.offer(new Outgoing.Submit(submit.clientOrderId())));
        }
      }
      case CancelOrder cancel -> cancel(cancel.clientOrderId(), cancel.reason(), tx);
      case ReplaceOrder replace -> {
        long agedFrom = clocks.agedFrom(replace.approvedAt(), clocks.instant());
        if (journal.replacements().admit(replace, tx)) {
          tx.afterCommit(() -> sender.offer(new Outgoing.Replace(replace, agedFrom)));
        }
      }
    }
  }

  /** Cancels an order, or refuses it in advance. */
  void cancel(ClientOrderId id, String reason, LaneTransaction tx) {
    Optional<Order> found = memory.find(id);
    if (found.isEmpty()) {
      memory.cancelBefore(id, reason);
    } else if (found.get().state() instanceof OrderState.Pending && sender.withhold(id)) {
      journal.denied(id, DenyCode.CANCELED_BEFORE, reason, tx);
    } else if (!found.get().state().terminal()) {
      tx.afterCommit(() -> sender.offer(new Outgoing.Cancel(id, reason)));
    }
  }

  @Override
  public void flush() {
    memory.flush(epoch.getAsLong(), clocks.instant());
  }
}
