package io.palmyra.execution.application;

import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.execution.SendDecision;
import io.palmyra.core.execution.SendGate;
import io.palmyra.core.execution.SendQuestion;
import io.palmyra.platform.lease.Held;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what decides of a send, right before it; asked by the sender's thread. */
final class Gate {
  private final AccountIdentity identity;
  private final Supplier<Optional<Held>> lease;
  private final Control control;
  private final OrderBook book;
  private final Clocks clocks;
  private final boolean dryRun;
  private boolean begun;

  Gate(
      AccountIdentity identity,
      Supplier<Optional<Held>> lease,
      Control control,
      OrderBook book,
      Clocks clocks,
      boolean dryRun) {
    this.identity = identity;
    this.lease = lease;
    this.control = control;
    this.book = book;
    this.clocks = clocks;
    this.dryRun = dryRun;
  }

  /** Whether an order may go at this moment. */
  SendDecision decide(SubmitOrder order, long agedFromNanos, boolean canceled, Arming.Now arming) {
    long now = clocks.nanos();
    boolean owned = lease.get().filter(held -> held.safeToSend(now)).isPresent();
    Optional<Verdict> verdict = control.state().get().map(state -> verdict(state, order, now));
    begun |= owned && verdict.filter(known -> !(known instanceof Verdict.NotFresh)).isPresent();
    return SendGate.decide(
        new SendQuestion(
            order.reduceOnly(),
            order.authorisedByHalt(),
            canceled,
            arming.unarmed(),
            owned,
            verdict,
            !begun,
            Duration.ofNanos(now - agedFromNanos),
            order.maximumAge(),
            book.unknownIn(order.instrument()),
            dryRun));
  }

  private Verdict verdict(TradingControl state, SubmitOrder order, long now) {
    return state.verdict(
        order.account(),
        identity.partition(),
        order.instrument(),
        order.source(),
        now,
        control.staleAfter());
  }
}
